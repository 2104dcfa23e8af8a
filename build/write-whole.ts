import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { partOf } from './part-name.ts';
import { putInPlace } from './put-in-place.ts';
import { statOrNull } from './stat.ts';
import { sweep } from './sweep.ts';

/** Is this just what a file holds? Then it need not be written. Of one that may not be read nobody knows. */
export function holds(path: string, bytes: Uint8Array): boolean {
  const found = statOrNull(path);
  if (!found?.isFile() || found.size !== bytes.length) return false;
  try {
    return readFileSync(path).equals(bytes);
  } catch {
    return false;
  }
}

/**
 * Writes a file so that whoever reads it finds the old text or the new one, never a part. Its permissions stay.
 * @throws where the folder can't be written to; the old file is then as it was
 */
export function writeWhole(path: string, text: string | Uint8Array): void {
  sweep(dirname(path));
  const part = partOf(path);
  const mode = statOrNull(path)?.mode;
  try {
    writeFileSync(part, text, mode === undefined ? {} : { mode });
    putInPlace(part, path);
  } catch (error) {
    rmSync(part, { force: true });
    throw error;
  }
}
