import { normalize, relative } from 'pathe';
import type { Diagnostics } from '../../diagnostics/diagnostics.ts';

/** Reports a course file that was removed or locked while a package was made; false if the error is about something else. */
export function reportNotReadable(error: unknown, modules: string, diagnostics: Diagnostics): boolean {
  const { code, path } = error as { readonly code?: string; readonly path?: string };
  const file = path === undefined ? '' : normalize(path);
  if (code === undefined || !file.startsWith(normalize(modules))) return false;
  diagnostics.error('not-readable', { file, line: 1, column: 1 }, { file: relative(modules, file), why: code });
  return true;
}
