import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { partOf } from './part-of.ts';
import { putInPlace } from './put-in-place.ts';
import { statOrNull } from './stat.ts';

/** Tests whether a file already has these bytes, and needn't be written. False if it can't be read. */
export function holds(path: string, bytes: Uint8Array): boolean {
  const found = statOrNull(path);
  if (!found?.isFile() || found.size !== bytes.length) return false;
  try {
    return readFileSync(path).equals(bytes);
  } catch {
    return false;
  }
}

interface WholeFile {
  readonly path: string;
  readonly data: string | Uint8Array;
}

/** Replaces files once all are complete. Their permissions stay. */
function replace(files: readonly WholeFile[]): void {
  try {
    for (const { path, data } of files) {
      const mode = statOrNull(path)?.mode;
      writeFileSync(partOf(path), data, mode === undefined ? {} : { mode });
    }
    for (const { path } of files) putInPlace(partOf(path), path);
  } catch (error) {
    for (const { path } of files) rmSync(partOf(path), { force: true });
    throw error;
  }
}

/**
 * Writes a file atomically: a reader sees the old text or the new one, never a part. Its permissions stay.
 * @throws if the folder can't be written to; the old file is then unchanged
 */
export function writeWhole(path: string, text: string | Uint8Array): void {
  replace([{ path, data: text }]);
}

/**
 * Writes several files in the same way: none is replaced before all are complete. A file that already has its content stays
 * untouched, because another program may have it open.
 * @throws if one can't be written; if none could be replaced yet, all are unchanged
 */
export function writeTogether(files: readonly { readonly path: string; readonly data: Uint8Array }[]): void {
  replace(files.filter(({ path, data }) => !holds(path, data)));
}
