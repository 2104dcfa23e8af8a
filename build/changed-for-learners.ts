import { tokenPosition } from '../src/model/token.ts';
import type { Diagnostics, Position } from './diagnostics.ts';
import type { LockModule } from './lock.ts';
import type { LockActivity, LockPart } from './lock-activity.ts';
import { ownValue } from './own-value.ts';
import { partWords } from './part-words.ts';
import type { PreparedCourse, PreparedModule } from './prepare-course.ts';
import type { ValidActivity } from './source.ts';
import { activitiesOn } from './validate/completion.ts';

/** A module as the lock knew it and knows it now. */
interface Change {
  readonly old: LockModule;
  readonly now: LockModule;
  readonly module: PreparedModule;
  readonly diagnostics: Diagnostics;
}

/** Texts of the parts that an activity still has; parts without words can't be compared. */
function textsOf({ parts }: LockActivity): string[] {
  return parts.flatMap(({ text, gone }) => (gone || text === '' ? [] : [text]));
}

/** Finds a new activity that has most of the parts of one that is gone: most likely its id was changed. */
function heirOf(gone: LockActivity, { old, now }: Change): LockActivity | undefined {
  const texts = textsOf(gone);
  return now.activities.slice(old.activities.length).find((one) => {
    const there = new Set(textsOf(one));
    const isLike = gone.type === undefined || gone.type === one.type;
    return isLike && !one.gone && texts.filter((text) => there.has(text)).length * 2 > texts.length;
  });
}

function reportGone(activity: LockActivity, change: Change, places: ReadonlyMap<string, Position>): void {
  const { module, diagnostics } = change;
  const { id } = activity;
  const heir = heirOf(activity, change);
  if (heir) diagnostics.notice('activity-renamed', places.get(heir.id) ?? module.at, { id, heir: heir.id });
  else diagnostics.notice('activity-gone', module.at, { id });
}

/** Maps the position of each part that is gone to that of its replacement, where there is one. */
function replacedParts(
  old: readonly LockPart[],
  now: readonly LockPart[],
  positions: readonly number[],
): ReadonlyMap<number, number | undefined> {
  const places = old.flatMap((part, at) => (part.gone ? [] : [at]));
  const gone = places.filter((at) => now[at]?.gone);
  const fresh = positions.filter((at) => at >= old.length);
  const found = new Map(gone.map((at): [number, number | undefined] => [at, fresh.find((one) => places[positions.indexOf(one)] === at)]));
  const [rest, left] = [gone.filter((at) => found.get(at) === undefined), fresh.filter((one) => ![...found.values()].includes(one))];
  // Something was inserted before them: as many came as went, in their order.
  if (rest.length === left.length) rest.forEach((at, index) => void found.set(at, left[index]));
  return found;
}

function reportParts(old: LockActivity, now: LockActivity, positions: readonly number[], at: Position, diagnostics: Diagnostics): void {
  const { id } = now;
  const said = (part: LockPart | undefined): string => partWords(part?.text ?? '');
  const replaced = replacedParts(old.parts, now.parts, positions);
  old.parts.forEach((part, place) => {
    if (part.gone || part.text === '') return;
    const before = said(part);
    const goal = replaced.get(place);
    if (goal !== undefined) diagnostics.notice('part-replaced', at, { id, before, after: said(now.parts[goal]) });
    else if (replaced.has(place)) diagnostics.notice('part-gone', at, { id, before });
    else if (now.parts[place]?.text !== part.text) diagnostics.notice('part-corrected', at, { id, before, after: said(now.parts[place]) });
  });
}

function reportActivities(change: Change, activities: ReadonlyMap<string, ValidActivity>, isMoved: (id: string) => boolean): void {
  const { old, now, module, diagnostics } = change;
  const places = new Map([...activities].map(([id, { at }]) => [id, at]));
  old.activities.forEach((before, n) => {
    const after = now.activities[n];
    if (!after || before.gone) return;
    if (after.gone) {
      if (!isMoved(before.id)) reportGone(before, change, places);
      return;
    }
    const at = places.get(after.id) ?? module.at;
    const isOther = before.type !== undefined && after.type !== undefined && before.type !== after.type;
    if (isOther) diagnostics.notice('type-changed', at, { id: after.id, before: before.type ?? '', after: after.type ?? '' });
    else reportParts(before, after, (module.numbers.tokens.get(after.id) ?? []).map(tokenPosition), at, diagnostics);
  });
}

/**
 * Reports what changes for learners: what was built before, and is now gone, replaced or corrected. A course that was never built
 * has nothing to report.
 */
export function reportChanges(course: PreparedCourse, diagnostics: Diagnostics): void {
  const { known, lock, fresh, chapters } = course;
  const living = new Set(Object.values(lock.modules).flatMap(({ activities }) => activities.flatMap(({ id, gone }) => (gone ? [] : [id]))));
  for (const module of course.modules) {
    const { id } = module.module;
    const [old, now] = [ownValue(known.modules, id), ownValue(lock.modules, id)];
    if (!old || !now || !fresh.has(id)) continue;
    const activities = new Map(module.module.pages.flatMap(activitiesOn).map((one) => [one.id, one]));
    // In a course that is one SCO, answers go with an activity into another module.
    reportActivities({ old, now, module, diagnostics }, activities, (one) => chapters !== undefined && living.has(one));
    // 0.1 did not record which pages are gone.
    const gone =
      known.version === 1 ? [] : (now.gonePages ?? []).filter((page) => old.pages.includes(page) && !old.gonePages?.includes(page));
    for (const page of gone) diagnostics.notice('page-gone', module.at, { id: page });
  }
}
