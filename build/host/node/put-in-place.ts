import { renameSync } from 'node:fs';

/** Errors of Windows while a virus scanner or an indexer reads a new file. */
const HELD = new Set(['EPERM', 'EACCES', 'EBUSY']);

/** Milliseconds between the tries: one second in total. */
const WAITS = [10, 20, 40, 80, 150, 300, 400];

function sleep(milliseconds: number): void {
  Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, milliseconds);
}

/**
 * Renames a file or a folder, replacing an older file. It retries, because Windows refuses while another process reads the file.
 * @throws if all tries fail
 */
export function putInPlace(from: string, to: string, rename = renameSync, platform = process.platform): void {
  for (const wait of platform === 'win32' ? WAITS : []) {
    try {
      rename(from, to);
      return;
    } catch (error) {
      if (!HELD.has((error as NodeJS.ErrnoException).code ?? '')) throw error;
      sleep(wait);
    }
  }
  rename(from, to);
}
