import type { Diagnostics } from '../../diagnostics/diagnostics.ts';
import { whyUnreadable } from '../../files/folder.ts';
import type { Files } from '../../host/host.ts';
import { AT_LOCK, LOCK_FILE, type Lock } from '../../model/lock.ts';
import { newLock, readLock, sumOfBody } from './lock.ts';

/** A lock as read. */
export interface KnownLock {
  readonly lock: Lock;
  readonly text: string;
  /** It has an error, which was reported. */
  readonly isBroken?: true;
  /** It has no numbers yet: the course has no lock, or an empty one. */
  readonly isFirst?: true;
  /** The file must be written even if the texts add nothing: it has no checksum, or the lock was completed. */
  readonly isStale?: true;
}

/** Line with the checksum, which shows manual edits. */
const SUM = /^# ?Sum:[ \t]*(.*?)[ \t]*$/m;

/** Returns the checksum in a lock's text; '' if there is none. */
export function statedSum(text: string): string {
  return SUM.exec(text)?.[1]?.toLowerCase() ?? '';
}

/** Computes the checksum of a lock's text without comments. */
export function bodySum(text: string): string {
  // Editors may add or remove the last line end.
  const body = text
    .replace(/\r\n?/g, '\n')
    .replace(/^#.*(?:\n|$)/gm, '')
    .trimEnd();
  return sumOfBody(`${body}\n`);
}

/** Compares a lock with its checksum; `none`: the line was removed on purpose, and the lock is trusted. */
export function sumOf(text: string): 'right' | 'wrong' | 'none' {
  if (!SUM.test(text)) return 'none';
  return statedSum(text) === bodySum(text) ? 'right' : 'wrong';
}

const CONFLICT = /^[<=>]{7}/m;
const NEWER = /^\s*\{\s*"version":\s*(?![12]\b)\d/;

/** Finds why a text is no lock: a git conflict, a lock of a later Cartable, or something else. */
function faultOf(text: string): 'lock-conflict' | 'lock-newer' | 'lock-broken' {
  if (CONFLICT.test(text)) return 'lock-conflict';
  return NEWER.test(text.replace(/^#.*$/gm, '')) ? 'lock-newer' : 'lock-broken';
}

/** Finds the line of the fault: the conflict left by a merge, else the line where parsing stops. */
export function faultyLine(text: string): number {
  const conflict = CONFLICT.exec(text);
  if (conflict) return text.slice(0, conflict.index).split('\n').length;
  // Removes comments, but keeps their lines.
  const plain = text.replace(/^#.*$/gm, '');
  try {
    JSON.parse(plain);
    return 1;
  } catch (error) {
    const position = Number(/position (\d+)/.exec((error as Error).message)?.[1] ?? 0);
    return plain.slice(0, position).split('\n').length;
  }
}

/** Reads the text of a lock's file; '' if there is none. */
export function lockTextOf(files: Files, path: string): string {
  return files.factsBehind(path)?.kind === 'file' ? new TextDecoder().decode(files.read(path)) : '';
}

/** A lock, and the state of its checksum. */
export interface ReadLock {
  readonly lock: Lock;
  readonly sum: 'right' | 'wrong' | 'none';
}

/**
 * Reads the text of a lock; null if it isn't one. Reports that, and manual edits.
 * @param course id of the course
 * @param file that it stands in
 * @param names `shown`: its name in messages; `copy` finds that of a lock which can replace it
 */
export function readLockText(
  text: string,
  course: string,
  file: string,
  diagnostics: Diagnostics,
  { shown = file, copy }: { readonly shown?: string; readonly copy?: () => string | undefined } = {},
): ReadLock | null {
  const lock = readLock(text, course);
  if (!lock) {
    const fault = faultOf(text);
    const at = { file, line: faultyLine(text), column: 1 };
    const name = fault === 'lock-broken' ? copy?.() : undefined;
    if (name !== undefined) diagnostics.error('lock-broken-copied', at, { file: shown, copy: name });
    else diagnostics.error(fault, at, { file: shown });
    return null;
  }
  const sum = sumOf(text);
  if (sum === 'wrong') diagnostics.error('lock-altered', { file, line: 1, column: 1 }, { file: shown });
  return { lock, sum };
}

/**
 * Reads the lock of a course; makes a new one if there is none. Reports a lock that can't be read or was edited by hand.
 * @param course its id
 * @param copy finds the name of a lock that can replace it where it is broken
 */
export function readLockOf(
  files: Files,
  path: string,
  course: string,
  diagnostics: Diagnostics,
  copy?: () => string | undefined,
): KnownLock {
  if (!files.factsBehind(path)) return { lock: newLock(), text: '', isFirst: true };
  const why = whyUnreadable(files, path);
  if (why !== null) {
    diagnostics.error('not-readable', AT_LOCK, { file: LOCK_FILE, why });
    return { lock: newLock(), text: '', isBroken: true };
  }
  const text = lockTextOf(files, path);
  const found = readLockText(text, course, LOCK_FILE, diagnostics, copy && { copy });
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
