import { schemaCheck } from '../../build/verify/xsd/validator.ts';
import type { Target } from '../../src/model/course/course.ts';
import { engine } from './engine.ts';

const check = schemaCheck((edition) => engine.pieces.schemas(edition));

/** Validates a manifest against the edition's schemas; returns messages, none if it is valid. */
export function xsdErrors(manifest: string, target: Exclude<Target, 'web'>): string[] {
  return check(manifest, target).map(({ message }) => message);
}
