import { createHash, type Hash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { LARGEST_TEXT, namesIn } from './disk.ts';
import { LOCK_FILE } from './read-lock.ts';
import type { BuildRequest } from './request.ts';
import { lstatOrNull, statOrNull } from './stat.ts';

/** Texts are compared by what they say, other files by size and time: a video is not read only to see that it is the same. */
const TEXT = /\.(md|ya?ml|vtt|txt|svg)$/i;

/** What a file says. Of one that can't be read the build tells: here it only differs from what it was. */
function textOf(path: string): Buffer | string {
  try {
    return readFileSync(path);
  } catch {
    return 'unreadable';
  }
}

function addFolder(hash: Hash, path: string): void {
  for (const name of namesIn(path)) {
    if (name === LOCK_FILE) continue;
    const inner = join(path, name);
    const stat = lstatOrNull(inner);
    // An editor or another build had it there for a moment.
    if (!stat) continue;
    hash.update(`\0${inner}\0`);
    if (stat.isDirectory()) addFolder(hash, inner);
    else if (stat.isFile() && TEXT.test(name) && stat.size <= LARGEST_TEXT) hash.update(textOf(inner));
    else hash.update(`${stat.mode} ${stat.size} ${stat.mtimeMs}`);
  }
}

/** The locks in the folders of a folder: those of the courses, or those with which their packages were built. */
function addLocks(hash: Hash, folder: string): void {
  for (const name of namesIn(folder)) {
    const lock = join(folder, name, LOCK_FILE);
    if (statOrNull(lock)?.isFile()) hash.update(`\0${lock}\0`).update(textOf(lock));
  }
}

/**
 * Names everything that a build depends on: program, request, and all files of the courses. Equal names, equal packages.
 * @returns what gives the name, with the locks as they are by then: the build itself may write them. All else is looked at
 * now: what is saved while a build is under way must be built by the next.
 */
export function fingerprintOf(request: BuildRequest): () => string {
  const { stamp, names, targets, cohorts, frozen, coursePackages, sheets, modules, out } = request;
  const hash = createHash('sha256').update(JSON.stringify([stamp, names, targets, cohorts, frozen, coursePackages, sheets]));
  addFolder(hash, modules);
  const sources = hash.digest('hex');
  return () => {
    const whole = createHash('sha256').update(sources);
    addLocks(whole, modules);
    addLocks(whole, out);
    return whole.digest('hex');
  };
}
