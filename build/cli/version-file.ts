import { readFileSync } from 'node:fs';
import { relative } from 'node:path';
import { statOrNull } from '../host/node/stat.ts';
import type { Version } from '../versions/model.ts';
import { readVersion } from '../versions/read/read-version.ts';
import { zipFiles } from '../versions/read/zip-files.ts';
import type { VersionStrings } from '../versions/strings.ts';

/** Largest package that is read, in bytes. */
const LARGEST = 1024 ** 3;

/** Why two versions can't be compared, as a sentence. */
export class NotComparable extends Error {}

/** Reads a package on disk. @throws NotComparable with a sentence */
export function packageAt(path: string, strings: VersionStrings): Version {
  const file = relative(process.cwd(), path) || path;
  const fail = (key: Parameters<VersionStrings['format']>[0]): never => {
    throw new NotComparable(strings.format(key, { file }));
  };
  const stat = statOrNull(path);
  if (!stat) return fail('error.noFile');
  if (stat.isDirectory()) return fail('error.folder');
  if (stat.size > LARGEST) return fail('error.tooLarge');
  let bytes: Uint8Array;
  try {
    bytes = readFileSync(path);
  } catch {
    return fail('error.unreadable');
  }
  const files = zipFiles(bytes);
  if (!files) return fail('error.noZip');
  try {
    return readVersion(file, files) ?? fail('error.notOurs');
  } catch (error) {
    if (error instanceof NotComparable) throw error;
    return fail('error.noZip');
  }
}
