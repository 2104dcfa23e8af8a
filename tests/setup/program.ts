import { execFileSync } from 'node:child_process';
import { join } from 'node:path';

/** Bundles the program and the pieces of the runtime, where a source is newer. */
export default function setup(): void {
  execFileSync(process.execPath, [join(import.meta.dirname, '../../build/cartable.cjs'), '--warm'], { stdio: 'inherit' });
}
