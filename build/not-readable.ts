import { relative } from 'node:path';
import type { Diagnostics } from './diagnostics.ts';

/** Reports a file of the courses that went away, or was taken by another program, while a package was made of it; false where the error is about something else. */
export function reportNotReadable(error: unknown, modules: string, diagnostics: Diagnostics): boolean {
  const { code, path } = error as NodeJS.ErrnoException;
  if (code === undefined || path === undefined || !path.startsWith(modules)) return false;
  diagnostics.error('not-readable', { file: path, line: 1, column: 1 }, { file: relative(modules, path), why: code });
  return true;
}
