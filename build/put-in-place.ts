import { rename as renameSoon, renameSync } from 'node:fs';
import { promisify } from 'node:util';

/** Node's own module of promises takes longer to load than a build has to spare. */
const renamed = promisify(renameSoon);

/** What Windows says while a scanner or an index reads what was just written. */
const HELD = new Set(['EPERM', 'EACCES', 'EBUSY']);

/** Milliseconds between the tries: a second in all. */
const WAITS = [10, 20, 40, 80, 150, 300, 400];

function sleep(milliseconds: number): void {
  Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, milliseconds);
}

/**
 * Renames a file or a folder, in the place of an older file. Windows refuses for a moment what somebody else looks at.
 * @throws where it can't be done for longer, too
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

/** The same while the program goes on: in the place of an older file it can take milliseconds. */
export async function putInPlaceSoon(from: string, to: string): Promise<void> {
  try {
    await renamed(from, to);
  } catch (error) {
    if (process.platform !== 'win32') throw error;
    putInPlace(from, to);
  }
}
