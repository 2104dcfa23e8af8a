import { mkdirSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { type Lock, readLock, writeLock } from '../lock.ts';
import { firstConflict, uniteLocks } from '../lock-compare.ts';
import { LOCK_FILE, lockTextOf } from '../read-lock.ts';
import { writeWhole } from '../write-whole.ts';

/** The line of a preview whose course has no lock yet. */
const LINE = 'essai';

/** @param course name of its folder: the line of a lock that 0.1 wrote is not looked at here */
function lockAt(path: string, course: string): { text: string; lock: Lock | null } {
  const text = lockTextOf(path);
  return { text, lock: text === '' ? null : readLock(text, course) };
}

/** The text that the preview's lock must have; undefined: the one that it has. */
function textFor(own: ReturnType<typeof lockAt>, grown: ReturnType<typeof lockAt>): string | undefined {
  if (own.text === '') return grown.lock ? undefined : writeLock({ version: 2, line: LINE, modules: {} });
  if (!grown.lock || (own.lock && firstConflict(own.lock, grown.lock))) return own.text;
  // The line of a lock that 0.1 wrote follows from the course's id, which is not known here.
  if (own.lock?.version !== 2) return undefined;
  const text = writeLock(uniteLocks(own.lock, grown.lock));
  return text === grown.text ? undefined : text;
}

/**
 * The lock that the preview works with: the course's own, grown by what was never built yet. It is kept, so that what learners of the
 * preview did is found again tomorrow; where the course's own lock went another way, it begins anew.
 * @param folder where the preview keeps what belongs to the course
 * @returns the lock's path
 */
export function previewLock(course: string, folder: string): string {
  const path = join(folder, LOCK_FILE);
  const name = basename(course);
  const text = textFor(lockAt(join(course, LOCK_FILE), name), lockAt(path, name));
  if (text !== undefined) {
    mkdirSync(dirname(path), { recursive: true });
    writeWhole(path, text);
  }
  return path;
}
