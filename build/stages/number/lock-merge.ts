import { tokenAt } from '../../../src/model/course/token.ts';
import type { Lock, LockActivity, LockCourse, LockHome, LockModule, LockPart } from '../../model/lock.ts';
import { ownValue } from '../../model/own-value.ts';
import { isSamePart } from './lock-activity.ts';
import { areSame, keyOf, uniteTypes } from './lock-compare.ts';

/** An item of the second lock with another number or letter in the merged one. */
export interface Renumbered {
  /** '' for a number of the whole course. */
  readonly module: string;
  /** Id of a module, a page or an activity. */
  readonly id: string;
  /** Text of a part; absent for other items. */
  readonly text?: string;
  readonly from: string;
  readonly to: string;
  /** True if answers are found by it. */
  readonly holdsAnswers: boolean;
}

export interface Merge {
  readonly lock: Lock;
  readonly renumbered: readonly Renumbered[];
  /** Number of pages, activities and parts of the second lock that keep their position. */
  readonly kept: number;
}

/** Records the positions of the second lock's items in the merged one. */
class Moves {
  readonly renumbered: Renumbered[] = [];
  kept = 0;

  note(thing: Pick<Renumbered, 'module' | 'id' | 'text' | 'holdsAnswers'>, from: number, to: number): void {
    const nameOf = (at: number): string => (thing.text === undefined ? String(at + 1) : tokenAt(at));
    if (from === to) this.kept += 1;
    else this.renumbered.push({ ...thing, from: nameOf(from), to: nameOf(to) });
  }
}

interface Merged<Item> {
  readonly items: Item[];
  /** Index in the merged list of each item of the second one. */
  readonly places: readonly number[];
}

/**
 * Appends to a list the items that only a second list has.
 * @param find position in the first list of an item of the second; -1: none. `taken`: positions found already
 */
function append<Item>(
  ours: readonly Item[],
  theirs: readonly Item[],
  find: (item: Item, at: number, taken: ReadonlySet<number>) => number,
): Merged<Item> {
  const items = [...ours];
  const taken = new Set<number>();
  const places = theirs.map((item, at) => {
    const found = find(item, at, taken);
    const place = found < 0 ? items.push(item) - 1 : found;
    taken.add(place);
    return place;
  });
  return { items, places };
}

function mergeIds(ours: readonly string[], theirs: readonly string[]): Merged<string> {
  return append(ours, theirs, (id) => ours.indexOf(id));
}

/** Length of the common prefix of two lists. */
function common<Item>(ours: readonly Item[], theirs: readonly Item[], isSame: (one: Item, two: Item) => boolean): number {
  const end = theirs.findIndex((item, at) => at >= ours.length || !isSame(ours[at] as Item, item));
  return end < 0 ? theirs.length : end;
}

/** Merges a part that both have. If only one was corrected, its text is the later one. */
function mergePart(one: LockPart, two: LockPart): LockPart {
  const { gone: _, ...part } = one.from === undefined && two.from !== undefined ? two : one;
  return { ...part, ...(one.gone && two.gone && { gone: true }) };
}

/** Merges the parts of one activity. If a text occurs twice, the same key is preferred. */
function mergeParts(ours: readonly LockPart[], theirs: readonly LockPart[]): Merged<LockPart> {
  const same = common(ours, theirs, isSamePart);
  const { items, places } = append(ours, theirs, (part, at, taken) => {
    if (at < same) return at;
    const isFree = (one: LockPart, place: number): boolean => place >= same && !taken.has(place) && isSamePart(one, part);
    const exact = ours.findIndex((one, place) => isFree(one, place) && one.key === part.key);
    return exact >= 0 ? exact : ours.findIndex(isFree);
  });
  places.forEach((place, at) => {
    const [one, two] = [ours[place], theirs[at]];
    if (one && two) items[place] = mergePart(one, two);
  });
  return { items, places };
}

function mergeActivity(module: string, one: LockActivity, two: LockActivity, moves: Moves): LockActivity {
  const { items, places } = mergeParts(one.parts, two.parts);
  two.parts.forEach(({ text }, at) => void moves.note({ module, id: two.id, text, holdsAnswers: true }, at, places[at] ?? at));
  return { id: one.id, ...uniteTypes(one, two), parts: items, ...(one.gone && two.gone && { gone: true }) };
}

function mergeModule(module: string, one: LockModule, two: LockModule, moves: Moves): LockModule {
  const pages = mergeIds(one.pages, two.pages);
  two.pages.forEach((id, at) => void moves.note({ module, id, holdsAnswers: false }, at, pages.places[at] ?? at));
  const isGone = (id: string): boolean => [one, two].every(({ pages: all, gonePages }) => !all.includes(id) || gonePages?.includes(id));
  const gonePages = pages.items.filter(isGone);
  const activities = append(one.activities, two.activities, ({ id }) => one.activities.findIndex((activity) => activity.id === id));
  two.activities.forEach((activity, at) => {
    const place = activities.places[at] ?? at;
    moves.note({ module, id: activity.id, holdsAnswers: true }, at, place);
    const own = one.activities[place];
    if (own) activities.items[place] = mergeActivity(module, own, activity, moves);
  });
  return { pages: pages.items, ...(gonePages.length > 0 && { gonePages }), activities: activities.items };
}

function mergeHomes(ours: readonly LockHome[], theirs: readonly LockHome[]): Merged<LockHome> {
  const same = common(ours, theirs, areSame);
  const keys = ours.map(keyOf);
  const merged = append(ours, theirs, (home, at, taken) => {
    if (at < same) return at;
    const found = ours.findIndex((one, place) => place >= same && !taken.has(place) && areSame(one, home));
    return found >= 0 ? found : keys.indexOf(keyOf(home));
  });
  merged.places.forEach((place, at) => {
    const [one, two] = [ours[place], theirs[at]];
    // The target module in the second lock must have no other activity of that name.
    if (one && two && areSame(one, two) && two.in.length > one.in.length && !keys.includes(keyOf(two))) merged.items[place] = two;
  });
  return merged;
}

function mergeCourse(one: LockCourse, two: LockCourse, moves: Moves): LockCourse {
  const lists = {
    modules: mergeIds(one.modules, two.modules),
    pages: mergeIds(one.pages, two.pages),
    activities: mergeHomes(one.activities, two.activities),
  };
  const note = (id: string, from: number, places: readonly number[], holdsAnswers: boolean): void =>
    moves.note({ module: '', id, holdsAnswers }, from, places[from] ?? from);
  two.modules.forEach((id, at) => void note(id, at, lists.modules.places, false));
  two.pages.forEach((id, at) => void note(id, at, lists.pages.places, false));
  two.activities.forEach(({ id }, at) => void note(id, at, lists.activities.places, true));
  return { modules: lists.modules.items, pages: lists.pages.items, activities: lists.activities.items };
}

const activityOf = ({ modules }: Lock, module: string | undefined, id: string): LockActivity | undefined =>
  ownValue(modules, module ?? '')?.activities.find((one) => one.id === id);

/** Completes the modules of a merged lock: an activity that only one lock moved gets its parts of both. */
function withMovedParts(modules: Lock['modules'], ours: Lock, theirs: Lock, { activities }: LockCourse, moves: Moves): Lock['modules'] {
  const next: Record<string, LockModule> = { ...modules };
  for (const { id, in: homes } of activities) {
    const places = [ours, theirs].map(({ course }) => course?.activities.find((home) => areSame(home, { id, in: homes }))?.in.at(-1));
    const [one, two] = [activityOf(ours, places[0], id), activityOf(theirs, places[1], id)];
    const goal = homes.at(-1) ?? '';
    const module = ownValue(next, goal);
    if (!module || !one || !two || places[0] === places[1]) continue;
    const merged = mergeActivity(goal, one, two, moves);
    next[goal] = { ...module, activities: module.activities.map((activity) => (activity.id === id ? merged : activity)) };
  }
  return next;
}

/**
 * Makes one lock of two of one line. Every number and letter of the first stays; entries that only the second has are appended.
 * @param sum checksum of the second
 */
export function mergeLocks(ours: Lock, theirs: Lock, sum: string): Merge {
  const moves = new Moves();
  const modules: Record<string, LockModule> = { ...ours.modules };
  for (const [id, module] of Object.entries(theirs.modules)) {
    modules[id] = mergeModule(id, ownValue(ours.modules, id) ?? { pages: [], activities: [] }, module, moves);
  }
  const course = ours.course && theirs.course ? mergeCourse(ours.course, theirs.course, moves) : (ours.course ?? theirs.course);
  const merged = [...new Set([...(ours.merged ?? []), ...(theirs.merged ?? []), sum])];
  const all = course ? withMovedParts(modules, ours, theirs, course, moves) : modules;
  const lock: Lock = { ...ours, version: 2, merged, modules: all, ...(course && { course }) };
  return { lock, renumbered: moves.renumbered, kept: moves.kept };
}
