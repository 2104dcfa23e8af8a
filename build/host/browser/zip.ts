import { type Zippable, zipSync } from 'fflate';
import { deflates } from '../deflates.ts';
import type { Entry, Files, Host } from '../host.ts';

/** Level of deflate, as in Node's zips. */
const LEVEL = 6;

/** Marks Unix attributes in a zip: a regular file, writable by its owner, readable by all. */
const UNIX = 3;
const MODE = 0o100644 << 16;

function bytesOf(entry: Entry, files: Files): Uint8Array {
  if ('path' in entry) return files.read(entry.path);
  return typeof entry.data === 'string' ? new TextEncoder().encode(entry.data) : entry.data;
}

/** Makes a zip writer with fflate. The files equal those of Node's zips; the compressed bytes differ. */
export function zipWriterFor(files: Files, sha256: Host['sha256']): Host['writeZip'] {
  return async (path, entries, beside) => {
    const content: Zippable = {};
    // Zips store local time: a local date gives the same bytes everywhere.
    const mtime = new Date(2000, 0, 1);
    for (const entry of entries)
      content[entry.name] = [bytesOf(entry, files), { level: deflates(entry) ? LEVEL : 0, mtime, os: UNIX, attrs: MODE }];
    const bytes = zipSync(content);
    const zip = { bytes: bytes.length, sha256: sha256([bytes]) };
    beside?.(zip);
    files.write(path, bytes);
    return zip;
  };
}
