import { mkdirSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { type Lock, type LockModule, readLock, writeLock } from '../lock.ts';
import { LOCK_FILE, lockTextOf } from '../read-lock.ts';
import { writeWhole } from '../write-whole.ts';

/** The line of a preview whose course has no lock yet. */
const LINE = 'essai';

/** @param course name of its folder: the line of a lock that 0.1 wrote is not looked at here */
function lockAt(path: string, course: string): { text: string; lock: Lock | null } {
  const text = lockTextOf(path);
  return { text, lock: text === '' ? null : readLock(text, course) };
}

function extendsModule(own: LockModule, grown: LockModule | undefined): boolean {
  if (!grown) return false;
  const pages = own.pages.every((id, n) => grown.pages[n] === id);
  return (
    pages && own.activities.every(({ id, parts }, n) => grown.activities[n]?.id === id && grown.activities[n].parts.length >= parts.length)
  );
}

function extendsLock(own: Lock | null, grown: Lock): boolean {
  return Object.entries(own?.modules ?? {}).every(([id, module]) => extendsModule(module, grown.modules[id]));
}

/** The text that the preview's lock must have; undefined: the one that it has. */
function textFor(own: ReturnType<typeof lockAt>, grown: Lock | null): string | undefined {
  if (own.text === '') return grown ? undefined : writeLock({ version: 2, line: LINE, modules: {} });
  if (!grown || !extendsLock(own.lock, grown)) return own.text;
  if (own.lock?.version !== 2 || own.lock.line === grown.line) return undefined;
  const { line, old } = own.lock;
  const { old: _, ...numbers } = grown;
  return writeLock({ ...numbers, line, ...(old && { old }) });
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
  const text = textFor(lockAt(join(course, LOCK_FILE), name), lockAt(path, name).lock);
  if (text !== undefined) {
    mkdirSync(dirname(path), { recursive: true });
    writeWhole(path, text);
  }
  return path;
}
