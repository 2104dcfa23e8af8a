import { execFileSync } from 'node:child_process';
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const root = join(import.meta.dirname, '../..');

/** Builds a project folder with the real program. @param project folder of `modules/` */
export function buildInto(out: string, project: string, ...args: string[]): void {
  execFileSync(process.execPath, [join(root, 'build/cartable.cjs'), 'build', ...args, '--out', out], { cwd: project, stdio: 'pipe' });
}

/**
 * Builds a project folder with the real program into a new folder.
 * @param project folder of `modules/`
 * @returns the output folder
 */
export function buildPackages(project: string, ...args: string[]): string {
  const out = mkdtempSync(join(tmpdir(), 'cartable-'));
  buildInto(out, project, ...args);
  return out;
}
