import type { ModuleContent } from '../../../src/model/course/course.ts';
import type { Token } from '../../../src/model/course/token.ts';
import { checkOf, type Kinship, kinshipOf } from '../../../src/model/state/check.ts';
import type { VersionActivity } from '../model.ts';

/**
 * Tests whether a package reads the saved state of another one: the same rules as in `readState`. A state of 0.1 names no line.
 * @returns the reason if it does not
 */
export function unreadable(old: ModuleContent, now: ModuleContent): 'line-changed' | 'first-version' | undefined {
  if (now.line === '') return old.line === '' ? undefined : 'first-version';
  const isRead = old.line === '' ? now.old === true : old.line === now.line;
  return isRead ? undefined : 'line-changed';
}

/** Fate of an answer: as in `kinshipOf`, or `unknown` if nothing has its number any more. */
export type Fate = Kinship | 'unknown';

/** Asks the runtime's own rule what becomes of an answer that names these parts. @param parts tokens */
export function fateOf(activity: VersionActivity, parts: readonly Token[], now: ModuleContent): Fate {
  const there = now.activities.find(({ n }) => n === activity.n);
  if (!there) return 'unknown';
  const entry = { tries: 1, answer: parts };
  // 0.1 saved no checks, and had no origins to make them from.
  const isChecked = activity.origins !== '' || parts.length === 0;
  if (there.id !== activity.id) return 'strange';
  return kinshipOf(there, isChecked ? { ...entry, check: checkOf(activity, entry) } : entry);
}
