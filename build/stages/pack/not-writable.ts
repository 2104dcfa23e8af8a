import { basename, resolve } from 'pathe';
import type { Diagnostics } from '../../diagnostics/diagnostics.ts';
import { goalOf } from '../../host/part-name.ts';
import { LOCK_FILE } from '../../model/lock.ts';

const REFUSED = ['EACCES', 'EPERM', 'EBUSY', 'EROFS', 'EEXIST', 'ENOENT', 'ELOOP', 'ENOTDIR', 'EISDIR', 'ENAMETOOLONG'];
const FULL = ['ENOSPC', 'EDQUOT'];

interface SystemError {
  readonly code?: string;
  readonly path?: string;
  readonly dest?: string;
}

/** Tests for the error of a full disk or an exhausted quota. */
export function isDiskFull(error: unknown): error is Error & SystemError {
  return FULL.includes((error as SystemError | null)?.code ?? '');
}

/** Reports a file that the system did not let the build write; false if the error is about something else. */
export function reportNotWritable(error: unknown, out: string, diagnostics: Diagnostics): boolean {
  const { code = '', path, dest } = error as SystemError;
  // On Windows an error always has the absolute path.
  const file = resolve(goalOf(dest ?? path ?? out));
  const folder = resolve(out);
  const ours = file.startsWith(folder) || folder.startsWith(file) || basename(file) === LOCK_FILE;
  if (!isDiskFull(error) && !(REFUSED.includes(code) && ours)) return false;
  diagnostics.error('not-writable', { file, line: 1, column: 1 }, { file: basename(file), why: code });
  return true;
}
