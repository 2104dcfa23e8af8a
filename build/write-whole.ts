import { readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';

/** Is this just what a file holds? Then it need not be written. */
export function holds(path: string, bytes: Uint8Array): boolean {
  const found = statSync(path, { throwIfNoEntry: false });
  return found?.isFile() === true && found.size === bytes.length && readFileSync(path).equals(bytes);
}

/**
 * Writes a file so that whoever reads it finds the old text or the new one, never a part. Its permissions stay.
 * @throws where the folder can't be written to; the old file is then as it was
 */
export function writeWhole(path: string, text: string | Uint8Array): void {
  const part = join(dirname(path), `.${basename(path)}.${process.pid}.part`);
  const mode = statSync(path, { throwIfNoEntry: false })?.mode;
  try {
    writeFileSync(part, text, mode === undefined ? {} : { mode });
    renameSync(part, path);
  } catch (error) {
    rmSync(part, { force: true });
    throw error;
  }
}
