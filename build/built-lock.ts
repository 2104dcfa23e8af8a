import { existsSync } from 'node:fs';
import { basename, dirname, join, relative } from 'node:path';
import { Diagnostics } from './diagnostics.ts';
import { slashed } from './disk.ts';
import { type Lock, readLock, writeLock } from './lock.ts';
import { firstConflict, uniteLocks } from './lock-compare.ts';
import { partWords } from './part-words.ts';
import { AT_LOCK, bodySum, faultyLine, type KnownLock, LOCK_FILE, lockTextOf, readLockOf, statedSum, sumOf } from './read-lock.ts';

/** The lock with which the packages of a course were built last. It lies beside them. */
export interface BuiltLock {
  readonly path: string;
  /** '' where it can't be opened. */
  readonly text: string;
}

/** Path of the lock of the last build. */
export function builtLockPath(out: string, course: string): string {
  return join(out, course, LOCK_FILE);
}

/** Finds the lock of the last build; undefined where there is none. */
export function findBuiltLock(out: string, course: string): BuiltLock | undefined {
  const path = builtLockPath(out, course);
  if (!existsSync(path)) return undefined;
  try {
    return { path, text: lockTextOf(path) };
  } catch {
    return { path, text: '' };
  }
}

/**
 * Reads the lock of the last build; null where it can't be used, which is reported. Nobody edits it: here a missing sum is a wrong one.
 * @param isLast the course has no lock of its own: a new one would lose all numbers for good
 */
function readBuilt({ path, text }: BuiltLock, course: string, isLast: boolean, diagnostics: Diagnostics): Lock | null {
  const lock = readLock(text, course);
  if (lock && sumOf(text) === 'right') return lock;
  const at = { file: path, line: lock ? 1 : faultyLine(text), column: 1 };
  if (isLast) diagnostics.error('last-lock-unusable', at);
  else diagnostics.warning('built-lock-unusable', at);
  return null;
}

/** A path as a command may name it. */
function inCommand(path: string): string {
  const short = slashed(relative(process.cwd(), path)) || path;
  return short.includes(' ') ? `"${short}"` : short;
}

/** Name of the lock of the last build where it can be used; undefined where it can't. */
function usableCopy(built: BuiltLock | undefined, course: string): string | undefined {
  return built && readBuilt(built, course, false, new Diagnostics()) ? inCommand(built.path) : undefined;
}

/** Reports that two locks can't both be right; true where they can't. */
function isRefused(own: Lock, built: Lock, paths: { readonly own: string; readonly built: string }, diagnostics: Diagnostics): boolean {
  if (own.line !== built.line) {
    diagnostics.error('lock-other-line', AT_LOCK, { file: inCommand(paths.built) });
    return true;
  }
  const conflict = firstConflict(own, built);
  if (!conflict) return false;
  const { module, position, own: here, other: there } = conflict;
  diagnostics.error('lock-diverged', AT_LOCK, {
    module: module || basename(dirname(paths.own)),
    position,
    here: partWords(here),
    there: partWords(there),
    own: inCommand(paths.own),
    built: inCommand(paths.built),
  });
  return true;
}

/**
 * Completes the lock of a course with the numbers of the packages built last: a lock that was lost or restored must not give them
 * again. A contradiction is reported.
 * @param own path of the course's lock
 * @param course its id
 * @param writes false: the lock is only read, and messages name what a build will do
 */
function completeLock(
  known: KnownLock,
  own: string,
  built: BuiltLock,
  { course, writes }: { readonly course: string; readonly writes: boolean },
  diagnostics: Diagnostics,
): KnownLock {
  if (known.isBroken || (built.text !== '' && built.text === known.text)) return known;
  const lock = readBuilt(built, course, known.isFirst === true, diagnostics);
  if (!lock) return known.isFirst ? { ...known, isBroken: true } : known;
  const local = diagnostics.below(dirname(own));
  const [completed, restored] = writes
    ? (['lock-completed', 'lock-restored'] as const)
    : (['lock-to-complete', 'lock-to-restore'] as const);
  // The lock of the last build contains this one, renumbered.
  const isOlder = lock.line === known.lock.line && lock.merged?.includes(bodySum(known.text)) === true;
  if (known.isFirst || isOlder) {
    local.warning(isOlder ? completed : restored, AT_LOCK, { file: inCommand(built.path) });
    return { lock: { ...lock, version: 2 }, text: known.text, isStale: true };
  }
  if (known.lock.merged?.includes(statedSum(built.text))) return known;
  if (isRefused(known.lock, lock, { own, built: built.path }, local)) return { ...known, isBroken: true };
  const united = uniteLocks(known.lock, lock);
  if (writeLock(united) === writeLock(known.lock)) return known;
  local.warning(completed, AT_LOCK, { file: inCommand(built.path) });
  return { ...known, lock: united, isStale: true };
}

/**
 * Reads the lock of a course, and completes it with that of the last build, if there is one.
 * @param own path of the course's lock
 * @param where `local` names files inside the course's folder
 */
export function knownLock(
  own: string,
  built: BuiltLock | undefined,
  about: { readonly course: string; readonly writes: boolean },
  where: { readonly local: Diagnostics; readonly diagnostics: Diagnostics },
): KnownLock {
  const known = readLockOf(own, about.course, where.local, usableCopy(built, about.course));
  return built ? completeLock(known, own, built, about, where.diagnostics) : known;
}
