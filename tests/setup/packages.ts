import { buildSharedPackages } from '../helpers/shared-packages.ts';

/** Builds once what many test files open. */
export default function setup(): void {
  buildSharedPackages();
}
