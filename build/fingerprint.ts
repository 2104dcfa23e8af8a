import { createHash, type Hash } from 'node:crypto';
import { existsSync, lstatSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { BuildRequest } from './request.ts';

/** Texts are compared by what they say, other files by size and time: a video is not read only to see that it is the same. */
const TEXT = /\.(md|ya?ml|vtt|txt|svg)$/i;
const LARGEST_TEXT = 2 * 1024 * 1024;

function addFolder(hash: Hash, path: string): void {
  for (const name of readdirSync(path).sort()) {
    const inner = join(path, name);
    const stat = lstatSync(inner);
    hash.update(`\0${inner}\0`);
    if (stat.isDirectory()) addFolder(hash, inner);
    else if (stat.isFile() && TEXT.test(name) && stat.size <= LARGEST_TEXT) hash.update(readFileSync(inner));
    else hash.update(`${stat.mode} ${stat.size} ${stat.mtimeMs}`);
  }
}

/** Names everything that a build depends on: program, request, and all files of the courses. Equal names, equal packages. */
export function fingerprintOf(request: BuildRequest): string {
  const { stamp, names, targets, cohorts, frozen, coursePackages } = request;
  const hash = createHash('sha1').update(JSON.stringify([stamp, names, targets, cohorts, frozen, coursePackages]));
  if (existsSync(request.modules)) addFolder(hash, request.modules);
  return hash.digest('hex');
}
