import { mkdirSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { type Lock, type LockModule, readLock } from '../lock.ts';
import { LOCK_FILE, lockTextOf } from '../read-lock.ts';
import { writeWhole } from '../write-whole.ts';

function lockAt(path: string): { text: string; lock: Lock | null } {
  const text = lockTextOf(path);
  return { text, lock: text === '' ? null : readLock(text) };
}

function extendsModule(own: LockModule, grown: LockModule | undefined): boolean {
  if (!grown) return false;
  const pages = own.pages.every((id, n) => grown.pages[n] === id);
  return (
    pages && own.activities.every(({ id, parts }, n) => grown.activities[n]?.id === id && grown.activities[n].parts.length >= parts.length)
  );
}

/**
 * The lock that the preview works with: the course's own, grown by what was never built yet. It is kept, so that what learners of the
 * preview did is found again tomorrow; where the course's own lock went another way, it begins anew.
 * @param folder where the preview keeps what belongs to the course
 * @returns the lock's path
 */
export function previewLock(course: string, folder: string): string {
  const path = join(folder, LOCK_FILE);
  const own = lockAt(join(course, LOCK_FILE));
  const grown = lockAt(path).lock;
  const fits = grown && Object.entries(own.lock?.modules ?? {}).every(([id, module]) => extendsModule(module, grown.modules[id]));
  if (own.text !== '' && !fits) {
    mkdirSync(dirname(path), { recursive: true });
    writeWhole(path, own.text);
  }
  return path;
}
