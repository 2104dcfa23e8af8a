import { mkdirSync } from 'node:fs';
import { dirname } from 'pathe';
import { statOrNull } from './stat.ts';

/** Makes a folder and those above it. @throws if it can't; the error names the folder that failed, not one below it */
export function makeFolder(path: string): void {
  if (statOrNull(path)?.isDirectory()) return;
  if (dirname(path) !== path) makeFolder(dirname(path));
  mkdirSync(path, { recursive: true });
}
