import { existsSync, readFileSync } from 'node:fs';
import type { Diagnostics, Position } from './diagnostics.ts';
import { whyUnreadable } from './disk.ts';
import { type Lock, newLock, readLock, sumOfBody } from './lock.ts';
import { statOrNull } from './stat.ts';

export const LOCK_FILE = 'course.lock.yaml';

/** Position of diagnostics about the lock, inside the course's folder. */
export const AT_LOCK: Position = { file: LOCK_FILE, line: 1, column: 1 };

/** A lock as it was found. */
export interface KnownLock {
  readonly lock: Lock;
  readonly text: string;
  /** Something is wrong with it, which was reported. */
  readonly isBroken?: true;
  /** It has given no number yet: the course has no lock, or an empty one. */
  readonly isFirst?: true;
  /** The file must be written even where the texts add nothing: it has no sum, or the lock was completed. */
  readonly isStale?: true;
}

/** The line that tells of a hand in it, and what it says. */
const SUM = /^# ?Sum:[ \t]*(.*?)[ \t]*$/m;

/** The sum that a lock's text states; '' where it states none. */
export function statedSum(text: string): string {
  return SUM.exec(text)?.[1]?.toLowerCase() ?? '';
}

/** The sum of all in a lock's text that is no comment. */
export function bodySum(text: string): string {
  // An editor adds or takes the last line end.
  const body = text
    .replace(/\r\n?/g, '\n')
    .replace(/^#.*(?:\n|$)/gm, '')
    .trimEnd();
  return sumOfBody(`${body}\n`);
}

/** Compares a lock with its own sum; `none`: the line was taken out on purpose, and the lock is trusted. */
export function sumOf(text: string): 'right' | 'wrong' | 'none' {
  if (!SUM.test(text)) return 'none';
  return statedSum(text) === bodySum(text) ? 'right' : 'wrong';
}

const CONFLICT = /^[<=>]{7}/m;
const NEWER = /^\s*\{\s*"version":\s*(?![12]\b)\d/;

/** Why a text is no lock: two versions that git could not join, one of a later Cartable, or something else. */
function faultOf(text: string): 'lock-conflict' | 'lock-newer' | 'lock-broken' {
  if (CONFLICT.test(text)) return 'lock-conflict';
  return NEWER.test(text.replace(/^#.*$/gm, '')) ? 'lock-newer' : 'lock-broken';
}

/** The line at which a text is no lock: that of a conflict left by a merge, else the one where reading it stops. */
export function faultyLine(text: string): number {
  const conflict = CONFLICT.exec(text);
  if (conflict) return text.slice(0, conflict.index).split('\n').length;
  // Comments go, their lines stay.
  const plain = text.replace(/^#.*$/gm, '');
  try {
    JSON.parse(plain);
    return 1;
  } catch (error) {
    const position = Number(/position (\d+)/.exec((error as Error).message)?.[1] ?? 0);
    return plain.slice(0, position).split('\n').length;
  }
}

/** The text of a lock's file; '' where there is none. */
export function lockTextOf(path: string): string {
  return statOrNull(path)?.isFile() ? readFileSync(path, 'utf8').replace(/^\ufeff/, '') : '';
}

/** A lock that was read, and the state of its sum. */
export interface ReadLock {
  readonly lock: Lock;
  readonly sum: 'right' | 'wrong' | 'none';
}

/**
 * Reads the text of a lock; null where it is none. That is reported, and so are manual edits.
 * @param course id of the course
 * @param file that it stands in
 * @param names `shown`: its name in messages; `copy`: that of a lock which can take its place
 */
export function readLockText(
  text: string,
  course: string,
  file: string,
  diagnostics: Diagnostics,
  { shown = file, copy }: { readonly shown?: string; readonly copy?: string | undefined } = {},
): ReadLock | null {
  const lock = readLock(text, course);
  if (!lock) {
    const fault = faultOf(text);
    const at = { file, line: faultyLine(text), column: 1 };
    if (fault === 'lock-broken' && copy !== undefined) diagnostics.error('lock-broken-copied', at, { file: shown, copy });
    else diagnostics.error(fault, at, { file: shown });
    return null;
  }
  const sum = sumOf(text);
  if (sum === 'wrong') diagnostics.error('lock-altered', { file, line: 1, column: 1 }, { file: shown });
  return { lock, sum };
}

/**
 * Reads the lock of a course; a new one where there is none. One that can't be read, or that was altered, is reported.
 * @param course its id
 * @param copy name of a lock that takes its place where it is missing
 */
export function readLockOf(path: string, course: string, diagnostics: Diagnostics, copy?: string): KnownLock {
  if (!existsSync(path)) return { lock: newLock(), text: '', isFirst: true };
  const why = whyUnreadable(path);
  if (why !== null) {
    diagnostics.error('not-readable', AT_LOCK, { file: LOCK_FILE, why });
    return { lock: newLock(), text: '', isBroken: true };
  }
  const text = lockTextOf(path);
  const found = readLockText(text, course, LOCK_FILE, diagnostics, { copy });
  if (!found) return { lock: newLock(), text, isBroken: true };
  const { lock, sum } = found;
  const isFirst = lock.version === 1 && Object.keys(lock.modules).length === 0;
  return {
    lock,
    text,
    ...(sum === 'wrong' && { isBroken: true }),
    ...(isFirst && { isFirst }),
    ...(sum === 'none' && { isStale: true }),
  };
}
