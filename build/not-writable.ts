import { basename, resolve } from 'node:path';
import type { Diagnostics } from './diagnostics.ts';
import { goalOf } from './part-name.ts';
import { LOCK_FILE } from './read-lock.ts';

const REFUSED = ['EACCES', 'EPERM', 'EBUSY', 'EROFS', 'EEXIST', 'ENOENT', 'ELOOP', 'ENOTDIR', 'EISDIR', 'ENAMETOOLONG'];
const FULL = ['ENOSPC', 'EDQUOT'];

/** Is an error that of a disk, or of a user's share of it, that has no room left? */
export function isDiskFull(error: unknown): error is NodeJS.ErrnoException {
  return FULL.includes((error as NodeJS.ErrnoException | null)?.code ?? '');
}

/** Reports what the system did not let the build write; false where the error is about something else. */
export function reportNotWritable(error: unknown, out: string, diagnostics: Diagnostics): boolean {
  const { code = '', path, dest } = error as NodeJS.ErrnoException & { readonly dest?: string };
  // On Windows an error names the whole path, whatever was asked for.
  const file = resolve(goalOf(dest ?? path ?? out));
  const folder = resolve(out);
  const ours = file.startsWith(folder) || folder.startsWith(file) || basename(file) === LOCK_FILE;
  if (!isDiskFull(error) && !(REFUSED.includes(code) && ours)) return false;
  diagnostics.error('not-writable', { file, line: 1, column: 1 }, { file: basename(file), why: code });
  return true;
}
