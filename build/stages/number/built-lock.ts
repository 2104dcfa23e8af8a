import { basename, dirname, join } from 'pathe';
import { Diagnostics } from '../../diagnostics/diagnostics.ts';
import type { Files } from '../../host/host.ts';
import type { BuiltLock } from '../../model/lock.ts';
import { AT_LOCK, LOCK_FILE, type Lock } from '../../model/lock.ts';
import { partWords } from '../../model/part-words.ts';
import { readLock, writeLock } from './lock.ts';
import { firstConflict, uniteLocks } from './lock-compare.ts';
import { bodySum, faultyLine, type KnownLock, lockTextOf, readLockOf, statedSum, sumOf } from './read-lock.ts';

/** Returns the path of the lock of the last build. */
export function builtLockPath(out: string, course: string): string {
  return join(out, course, LOCK_FILE);
}

/** Finds the lock of the last build; undefined if there is none. */
export function findBuiltLock(files: Files, out: string, course: string): BuiltLock | undefined {
  const path = builtLockPath(out, course);
  if (!files.factsBehind(path)) return undefined;
  try {
    return { path, text: lockTextOf(files, path) };
  } catch {
    return { path, text: '' };
  }
}

/**
 * Reads the lock of the last build; null if it can't be used, which is reported. A missing checksum counts as wrong, because this copy
 * is never edited by hand.
 * @param isLast the course has no lock of its own: a new one would lose all numbers
 */
function readBuilt({ path, text }: BuiltLock, course: string, isLast: boolean, diagnostics: Diagnostics): Lock | null {
  const lock = readLock(text, course);
  if (lock && sumOf(text) === 'right') return lock;
  const at = { file: path, line: lock ? 1 : faultyLine(text), column: 1 };
  if (isLast) diagnostics.error('last-lock-unusable', at);
  else diagnostics.warning('built-lock-unusable', at);
  return null;
}

/** Formats a file name for messages. */
export type ShowPath = (path: string) => string;

/** Formats a path for a command. */
function inCommand(path: string, show: ShowPath): string {
  const short = show(path);
  return short.includes(' ') ? `"${short}"` : short;
}

/** Checks that the lock of the last build can replace one that is broken. */
function isUsable(built: BuiltLock | undefined, course: string): built is BuiltLock {
  return built !== undefined && readBuilt(built, course, false, new Diagnostics()) !== null;
}

/** Reports a contradiction between two locks; true if there is one. @param paths as messages name them */
function isRefused(
  own: Lock,
  built: Lock,
  paths: { readonly folder: string; readonly own: string; readonly built: string },
  diagnostics: Diagnostics,
): boolean {
  if (own.line !== built.line) {
    diagnostics.error('lock-other-line', AT_LOCK, { file: paths.built });
    return true;
  }
  const conflict = firstConflict(own, built);
  if (!conflict) return false;
  const { module, position, own: here, other: there } = conflict;
  diagnostics.error('lock-diverged', AT_LOCK, {
    module: module || paths.folder,
    position,
    here: partWords(here),
    there: partWords(there),
    own: paths.own,
    built: paths.built,
  });
  return true;
}

/** Options for reading a lock. */
interface LockRequest {
  /** Id of the course. */
  readonly course: string;
  /** False: the lock is only read, and messages name what a build will do. */
  readonly writes: boolean;
  readonly show: ShowPath;
}

/**
 * Completes the lock of a course with the numbers of the last packages, so that a lost or restored lock doesn't assign them
 * again. Reports a contradiction.
 * @param own path of the course's lock
 */
function completeLock(
  known: KnownLock,
  own: string,
  built: BuiltLock,
  { course, writes, show }: LockRequest,
  diagnostics: Diagnostics,
): KnownLock {
  if (known.isBroken || (built.text !== '' && built.text === known.text)) return known;
  const lock = readBuilt(built, course, known.isFirst === true, diagnostics);
  if (!lock) return known.isFirst ? { ...known, isBroken: true } : known;
  const local = diagnostics.below(dirname(own));
  const file = inCommand(built.path, show);
  const [completed, restored] = writes
    ? (['lock-completed', 'lock-restored'] as const)
    : (['lock-to-complete', 'lock-to-restore'] as const);
  // The lock of the last build contains this one, renumbered.
  const isOlder = lock.line === known.lock.line && lock.merged?.includes(bodySum(known.text)) === true;
  if (known.isFirst || isOlder) {
    local.warning(isOlder ? completed : restored, AT_LOCK, { file });
    return { lock: { ...lock, version: 2 }, text: known.text, isStale: true };
  }
  if (known.lock.merged?.includes(statedSum(built.text))) return known;
  const paths = { folder: basename(dirname(own)), own: inCommand(own, show), built: file };
  if (isRefused(known.lock, lock, paths, local)) return { ...known, isBroken: true };
  const united = uniteLocks(known.lock, lock);
  if (writeLock(united) === writeLock(known.lock)) return known;
  local.warning(completed, AT_LOCK, { file });
  return { ...known, lock: united, isStale: true };
}

/**
 * Reads the lock of a course, and completes it with that of the last build, if there is one.
 * @param own path of the course's lock
 * @param where `local` names files inside the course's folder
 */
export function knownLock(
  files: Files,
  own: string,
  built: BuiltLock | undefined,
  request: LockRequest,
  where: { readonly local: Diagnostics; readonly diagnostics: Diagnostics },
): KnownLock {
  const copy = (): string | undefined => (isUsable(built, request.course) ? inCommand(built.path, request.show) : undefined);
  const known = readLockOf(files, own, request.course, where.local, copy);
  return built ? completeLock(known, own, built, request, where.diagnostics) : known;
}
