import { closeSync, lstatSync, openSync, readdirSync, readFileSync, readSync, realpathSync, rmSync, type Stats, statSync } from 'node:fs';
import { dirname } from 'pathe';
import type { FileFacts, Files } from '../host.ts';
import { makeFolder } from './make-folder.ts';
import { writeTogether, writeWhole } from './write-whole.ts';

function kindOf(stats: Stats): FileFacts['kind'] {
  if (stats.isFile()) return 'file';
  if (stats.isDirectory()) return 'folder';
  return stats.isSymbolicLink() ? 'link' : 'other';
}

/** Treats a name that is too long, or below a file, as missing. */
function factsOr(stat: (path: string) => Stats, path: string): FileFacts | null {
  try {
    const stats = stat(path);
    return { kind: kindOf(stats), bytes: stats.size, changed: stats.mtimeMs };
  } catch {
    return null;
  }
}

function head(path: string, length: number): Uint8Array {
  const file = openSync(path, 'r');
  try {
    const bytes = new Uint8Array(length);
    return bytes.subarray(0, readSync(file, bytes, 0, length, 0));
  } finally {
    closeSync(file);
  }
}

/** The disk. */
export const nodeFiles: Files = {
  facts: (path) => factsOr(lstatSync, path),
  factsBehind: (path) => factsOr(statSync, path),
  realPath: (path) => realpathSync(path),
  list: (path) => readdirSync(path).sort(),
  read: (path) => readFileSync(path),
  head,
  write: (path, content) => {
    makeFolder(dirname(path));
    writeWhole(path, content);
  },
  writeTogether,
  remove: (path) => rmSync(path, { force: true }),
};
