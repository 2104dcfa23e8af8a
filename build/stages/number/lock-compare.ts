import { tokenAt } from '../../../src/model/course/token.ts';
import type { Lock, LockActivity, LockCourse, LockHome, LockModule } from '../../model/lock.ts';
import { ownValue } from '../../model/own-value.ts';
import { isSamePart } from './lock-activity.ts';

/** The first position at which two locks of one line differ. */
export interface Conflict {
  /** '' for numbers of the whole course. */
  readonly module: string;
  /** A number, or an activity and a letter: `2`, `#frein b`. */
  readonly position: string;
  readonly own: string;
  readonly other: string;
}

type Place = Pick<Conflict, 'position' | 'own' | 'other'>;

/** Finds the first position at which two lists differ, within the length of both. */
function differing<Item>(own: readonly Item[], other: readonly Item[], isSame: (one: Item, two: Item) => boolean): number | undefined {
  const at = own.findIndex((one, index) => index < other.length && !isSame(one, other[index] as Item));
  return at < 0 ? undefined : at;
}

function differingIds(own: readonly string[], other: readonly string[]): Place | undefined {
  const at = differing(own, other, (one, two) => one === two);
  return at === undefined ? undefined : { position: String(at + 1), own: `#${own[at]}`, other: `#${other[at]}` };
}

function differingPart(own: LockActivity, other: LockActivity): Place | undefined {
  const at = differing(own.parts, other.parts, isSamePart);
  if (at === undefined) return undefined;
  return { position: `#${own.id} ${tokenAt(at)}`, own: own.parts[at]?.text ?? '', other: other.parts[at]?.text ?? '' };
}

function firstOf<Item, Found>(list: readonly Item[], find: (item: Item, index: number) => Found | undefined): Found | undefined {
  for (const [index, item] of list.entries()) {
    const found = find(item, index);
    if (found !== undefined) return found;
  }
  return undefined;
}

const idsOf = (list: readonly { readonly id: string }[]): string[] => list.map(({ id }) => id);

function differingModule(own: LockModule, other: LockModule): Place | undefined {
  return (
    differingIds(own.pages, other.pages) ??
    differingIds(idsOf(own.activities), idsOf(other.activities)) ??
    firstOf(own.activities, (activity, at) => {
      const same = other.activities[at];
      return same && differingPart(activity, same);
    })
  );
}

/** Tests whether one list is a prefix of the other. */
function continues(one: readonly string[], two: readonly string[]): boolean {
  return one.every((id, at) => at >= two.length || id === two[at]);
}

const homeName = ({ id, in: homes }: LockHome): string => `#${id} (${homes.join(', ')})`;

/** Key of an activity in its current module. */
export const keyOf = ({ id, in: homes }: LockHome): string => `${homes.at(-1)}/${id}`;

/** Tests whether two entries are one activity, possibly moved on in one of the locks. */
export const areSame = (one: LockHome, two: LockHome): boolean => one.id === two.id && continues(one.in, two.in);

function differingCourse(own: LockCourse, other: LockCourse): Place | undefined {
  const lists = differingIds(own.modules, other.modules) ?? differingIds(own.pages, other.pages);
  if (lists) return lists;
  const at = differing(own.activities, other.activities, areSame);
  if (at !== undefined) return homePlace(own, other, at);
  // If one lock moved an activity, the other may have a new activity of that name in the target module.
  const keys = uniteCourse(own, other).activities.map(keyOf);
  const twice = keys.findIndex((key, index) => keys.indexOf(key) !== index);
  return twice < 0 ? undefined : homePlace(own, other, twice);
}

function homePlace(own: LockCourse, other: LockCourse, at: number): Place {
  const [one, two] = [own.activities[at], other.activities[at]];
  return { position: String(at + 1), own: one ? homeName(one) : '—', other: two ? homeName(two) : '—' };
}

/** Finds the first position at which two locks of one line differ; undefined if each list continues the other. */
export function firstConflict(own: Lock, other: Lock): Conflict | undefined {
  const inModule = firstOf(Object.entries(own.modules), ([module, one]) => {
    const two = ownValue(other.modules, module);
    const place = two && differingModule(one, two);
    return place && { module, ...place };
  });
  if (inModule || !own.course || !other.course) return inModule;
  const place = differingCourse(own.course, other.course);
  return place && { module: '', ...place };
}

/** Returns the longer of two lists, one of which is a prefix of the other; shared items come from the first. */
function longer<Item>(own: readonly Item[], other: readonly Item[]): readonly Item[] {
  return other.length > own.length ? [...own, ...other.slice(own.length)] : own;
}

/** Joins the current type and all earlier ones of both locks. */
export function uniteTypes(own: LockActivity, other: LockActivity): Pick<LockActivity, 'type' | 'was'> {
  const [mine, theirs] = [own, other].map(({ type, was = [] }) => [...was, ...(type === undefined ? [] : [type])]) as [string[], string[]];
  const isLonger = theirs.length > mine.length && continues(mine, theirs);
  const missing = isLonger ? [] : theirs.filter((type) => !mine.includes(type));
  const all = isLonger ? theirs : [...mine.slice(0, -1), ...missing, ...mine.slice(-1)];
  const type = all.at(-1);
  return { ...(type !== undefined && { type }), ...(all.length > 1 && { was: all.slice(0, -1) }) };
}

function uniteActivity(
  { type: _, was: __, ...own }: LockActivity,
  types: Pick<LockActivity, 'type' | 'was'>,
  parts: LockActivity['parts'],
): LockActivity {
  const { id, ...rest } = own;
  return { id, ...types, ...rest, parts };
}

function uniteModule(own: LockModule, other: LockModule | undefined): LockModule {
  if (!other) return own;
  const pages = longer(own.pages, other.pages);
  const gonePages = pages.filter((id) => (own.pages.includes(id) ? own : other).gonePages?.includes(id));
  const activities = own.activities.map((activity, at) => {
    const same = other.activities[at];
    return same ? uniteActivity(activity, uniteTypes(activity, same), longer(activity.parts, same.parts)) : activity;
  });
  return { pages, ...(gonePages.length > 0 && { gonePages }), activities: longer(activities, other.activities) };
}

function uniteCourse(own: LockCourse, other: LockCourse): LockCourse {
  const homes = own.activities.map((home, at) => ({ ...home, in: longer(home.in, other.activities[at]?.in ?? []) }));
  return {
    modules: longer(own.modules, other.modules),
    pages: longer(own.pages, other.pages),
    activities: longer(homes, other.activities),
  };
}

/** Joins two locks of one line without a conflict. Shared entries come from the first. */
export function uniteLocks(own: Lock, other: Lock): Lock {
  const modules = { ...other.modules, ...own.modules };
  const ids = [...new Set([...Object.keys(own.modules), ...Object.keys(other.modules)])];
  const merged = [...new Set([...(own.merged ?? []), ...(other.merged ?? [])])];
  const course = own.course && other.course ? uniteCourse(own.course, other.course) : (own.course ?? other.course);
  return {
    ...own,
    version: 2,
    ...(merged.length > 0 && { merged }),
    modules: Object.fromEntries(ids.map((id) => [id, uniteModule(modules[id] as LockModule, ownValue(other.modules, id))])),
    ...(course && { course }),
  };
}
