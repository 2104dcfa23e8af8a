import { comparePackages, hasSessionOf, isSameCourse } from './compare/package.ts';
import type { Comparison } from './comparison-schema.ts';
import { gravest, risks } from './kinds.ts';
import type { Version } from './model.ts';
import { riskOf, type VersionStrings } from './strings.ts';

function sessionsOf({ items }: Version): { id: string; title: string }[] {
  return items.flatMap(({ sessions }) => sessions.map(({ id, title }) => ({ id, title })));
}

function described(version: Version): Comparison['old'] {
  const { name, cartable, course, cohort, target, content } = version;
  return {
    name,
    cartable: cartable || '0.1',
    course,
    sessions: sessionsOf(version),
    ...(cohort !== undefined && { cohort }),
    target,
    content,
  };
}

/** Returns why two packages can't be compared; undefined if they can. */
function obstacle(old: Version, now: Version, strings: VersionStrings): string | undefined {
  const files = { old: old.name, new: now.name };
  if (!isSameCourse(old, now)) return strings.format('error.otherCourse', { ...files, course: old.course, other: now.course });
  if (hasSessionOf(old, now)) return undefined;
  const [session, other] = [old, now].map((one) => sessionsOf(one)[0]?.id ?? '');
  return strings.format('error.otherSession', { ...files, session: session ?? '', other: other ?? '' });
}

/**
 * Compares two packages: what happens to learners who have begun the old one when the new one replaces it.
 * @returns the changes, the gravest first; or a sentence that says why there is nothing to compare
 */
export function compareVersions(old: Version, now: Version, strings: VersionStrings): Comparison | { readonly error: string } {
  const error = obstacle(old, now, strings);
  if (error !== undefined) return { error };
  const changes = comparePackages(old, now);
  const sorted = risks.flatMap((risk) => changes.filter((change) => riskOf(change) === risk));
  const unnamed = [old, now].filter(({ cohort }) => cohort === undefined);
  return {
    format: 1,
    old: described(old),
    new: described(now),
    same: changes.length === 0 && old.content !== '' && old.content === now.content,
    risk: gravest(changes),
    changes: sorted.map((change) => ({
      kind: change.kind,
      risk: riskOf(change),
      ...change.place,
      what: strings.what(change),
      why: strings.why(change),
    })),
    notes: unnamed.map(({ name }) => strings.format('note.cohort', { file: name })),
  };
}
