import { basename, join } from 'pathe';
import type { Files } from '../host/host.ts';
import { LOCK_FILE, type Lock } from '../model/lock.ts';
import { readLock, writeLock } from '../stages/number/lock.ts';
import { firstConflict, uniteLocks } from '../stages/number/lock-compare.ts';
import { lockTextOf } from '../stages/number/read-lock.ts';

/** The line of a preview whose course has no lock yet. */
const LINE = 'essai';

/** Reads a lock. @param course name of its folder; the line of a lock of 0.1 is not used here */
function lockAt(path: string, course: string, files: Files): { text: string; lock: Lock | null } {
  const text = lockTextOf(files, path);
  return { text, lock: text === '' ? null : readLock(text, course) };
}

/** Computes the new text of the preview's lock; undefined: unchanged. */
function textFor(own: ReturnType<typeof lockAt>, grown: ReturnType<typeof lockAt>): string | undefined {
  if (own.text === '') return grown.lock ? undefined : writeLock({ version: 2, line: LINE, modules: {} });
  if (!grown.lock || (own.lock && firstConflict(own.lock, grown.lock))) return own.text;
  // The line of a lock of 0.1 follows from the course's id, which is unknown here.
  if (own.lock?.version !== 2) return undefined;
  const text = writeLock(uniteLocks(own.lock, grown.lock));
  return text === grown.text ? undefined : text;
}

/**
 * Makes the lock for the preview: the course's own, plus items that were never built. It is stored, so that the preview's records
 * stay readable. If the course's own lock contradicts it, it starts over.
 * @param folder of the preview's data about the course
 * @returns the lock's path
 */
export function previewLock(course: string, folder: string, files: Files): string {
  const path = join(folder, LOCK_FILE);
  const name = basename(course);
  const text = textFor(lockAt(join(course, LOCK_FILE), name, files), lockAt(path, name, files));
  if (text !== undefined) files.write(path, text);
  return path;
}
