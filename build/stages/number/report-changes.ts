import { tokenPosition } from '../../../src/model/course/token.ts';
import type { Diagnostics, Position } from '../../diagnostics/diagnostics.ts';
import type { NumberedCourse, NumberedModule } from '../../model/course.ts';
import { activitiesOn } from '../../model/inner-nodes.ts';
import type { LockActivity, LockModule, LockPart } from '../../model/lock.ts';
import { AT_LOCK } from '../../model/lock.ts';
import { ownValue } from '../../model/own-value.ts';
import { partWords } from '../../model/part-words.ts';
import type { ValidActivity } from '../../model/source.ts';

/** Current position of an activity. */
interface Home {
  readonly module: string;
  readonly at: Position;
}

/** A module's old and new entry in the lock. */
interface Change {
  readonly old: LockModule;
  readonly now: LockModule;
  readonly module: NumberedModule;
  /** Activities that are new in their module, by id; empty if answers move along, as in a course that is one SCO. */
  readonly homes: ReadonlyMap<string, Home>;
  readonly diagnostics: Diagnostics;
}

/** Lists the texts of an activity's current parts; parts without text can't be compared. */
function textsOf({ parts }: LockActivity): string[] {
  return parts.flatMap(({ text, gone }) => (gone || text === '' ? [] : [text]));
}

/** Finds a new activity with most parts of a removed one: most likely its id was changed. */
function heirOf(gone: LockActivity, { old, now }: Change): LockActivity | undefined {
  const texts = textsOf(gone);
  return now.activities.slice(old.activities.length).find((one) => {
    const there = new Set(textsOf(one));
    const isLike = gone.type === undefined || gone.type === one.type;
    return isLike && !one.gone && texts.filter((text) => there.has(text)).length * 2 > texts.length;
  });
}

function reportGone(activity: LockActivity, change: Change, places: ReadonlyMap<string, Position>): void {
  const { module, homes, diagnostics } = change;
  const { id } = activity;
  const home = homes.get(id);
  if (home) {
    diagnostics.notice('activity-moved', home.at, { id, before: module.module.id, after: home.module });
    return;
  }
  const heir = heirOf(activity, change);
  if (heir) diagnostics.notice('activity-renamed', places.get(heir.id) ?? module.at, { id, heir: heir.id });
  else diagnostics.notice('activity-gone', module.at, { id });
}

/** Maps the position of each removed part to its replacement, if there is one. */
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
  // A part was inserted before them: if the numbers match, pair them in order.
  if (rest.length === left.length) rest.forEach((at, index) => void found.set(at, left[index]));
  return found;
}

function reportParts(old: LockActivity, now: LockActivity, positions: readonly number[], at: Position, diagnostics: Diagnostics): void {
  const { id } = now;
  const wordsOf = (part: LockPart | undefined): string => partWords(part?.text ?? '');
  const replaced = replacedParts(old.parts, now.parts, positions);
  old.parts.forEach((part, place) => {
    if (part.gone || part.text === '') return;
    const before = wordsOf(part);
    const goal = replaced.get(place);
    if (goal !== undefined) diagnostics.notice('part-replaced', at, { id, before, after: wordsOf(now.parts[goal]) });
    else if (replaced.has(place)) diagnostics.notice('part-gone', at, { id, before });
    else if (now.parts[place]?.text !== part.text)
      diagnostics.notice('part-corrected', at, { id, before, after: wordsOf(now.parts[place]) });
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

/** Finds the module of each activity that this module did not have before, and its position there. */
function homesIn({ modules, known }: NumberedCourse): ReadonlyMap<string, Home> {
  return new Map(
    modules.flatMap(({ module }) => {
      // A question of a bank may stand in several modules.
      const before = new Set(ownValue(known.modules, module.id)?.activities.flatMap(({ id, gone }) => (gone ? [] : [id])));
      const fresh = module.pages.flatMap(activitiesOn).filter(({ id }) => !before.has(id));
      return fresh.map(({ id, at }) => [id, { module: module.id, at }] as const);
    }),
  );
}

/**
 * Reports changes for learners: items built before that are now removed, replaced or corrected. A first build reports none.
 * @param isFrozen a lock that would change is an error
 */
export function reportChanges(course: NumberedCourse, isFrozen: boolean, diagnostics: Diagnostics): void {
  const { known, lock, chapters, source } = course;
  const local = diagnostics.below(source.shown);
  if (course.newLock !== undefined && isFrozen) local.error('lock-out-of-date', AT_LOCK);
  const living = new Set(Object.values(lock.modules).flatMap(({ activities }) => activities.flatMap(({ id, gone }) => (gone ? [] : [id]))));
  const homes = chapters ? new Map<string, Home>() : homesIn(course);
  for (const module of course.modules) {
    const { id } = module.module;
    const [old, now] = [ownValue(known.modules, id), ownValue(lock.modules, id)];
    if (!old || !now) continue;
    const activities = new Map(module.module.pages.flatMap(activitiesOn).map((one) => [one.id, one]));
    // In a course that is one SCO, answers move with an activity into another module.
    reportActivities({ old, now, module, homes, diagnostics: local }, activities, (one) => chapters !== undefined && living.has(one));
    // 0.1 did not record removed pages.
    const gone =
      known.version === 1 ? [] : (now.gonePages ?? []).filter((page) => old.pages.includes(page) && !old.gonePages?.includes(page));
    for (const page of gone) local.notice('page-gone', module.at, { id: page });
  }
}
