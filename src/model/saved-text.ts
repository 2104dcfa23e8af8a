import { checkOf, isRewritten, kinshipOf } from './check.ts';
import { encodeState, type Reading, readState } from './codec.ts';
import type { ModuleContent } from './course.ts';
import { type ActivityState, type LearnerState, newState, type Place } from './state.ts';

/**
 * Stands before each text that is kept behind the state: states of another line, entries that mean something else here, texts
 * that can't be read. Nothing of them is applied, and nothing of them is erased.
 */
const BEHIND = '.';

/** What was found in the text that an LMS keeps. */
export interface Opened {
  /** Absent where there is none of this line. */
  readonly state?: LearnerState;
  /** Why there is none, though there is a text. */
  readonly problem?: 'unreadable' | 'newer' | 'other-line';
  /** Texts to be kept behind the state, newest first. */
  readonly aside: readonly string[];
  /** Numbers of the state's entries that were set aside now. */
  readonly apart: ReadonlySet<number>;
}

type Entries = Record<number, ActivityState>;

/** None where there are no entries. */
function textOfStrange(content: ModuleContent, { attempt }: LearnerState, activities: Entries): string[] {
  return Object.keys(activities).length > 0 ? [encodeState({ ...newState(attempt), activities }, content)] : [];
}

/** The texts that an LMS gave as one. What something else wrote there is one text, in characters that can stand behind a state. */
function textsIn(text: string): string[] {
  const texts = text.split(BEHIND);
  if (texts.every((one) => /^(?:\d[\w-]+|x[\w%!~*'()-]+)$/.test(one))) return texts;
  return [`x${encodeURIComponent(text.replace(/\p{Cs}/gu, '')).replaceAll(BEHIND, '%2E')}`];
}

/** What a state has of this module, and what had another meaning when it was saved. */
function sorted({ activities }: ModuleContent, state: LearnerState): { readonly mine: LearnerState; readonly strange: Entries } {
  const mine: Entries = { ...state.activities };
  const strange: Entries = {};
  for (const activity of activities) {
    const { n } = activity;
    const entry = mine[n];
    if (!entry) continue;
    const kinship = kinshipOf(activity, entry);
    delete mine[n];
    if (kinship === 'strange') strange[n] = entry;
    else if (kinship === 'same' && !isRewritten(activity, entry.answer)) {
      const { check: _, ...own } = entry;
      mine[n] = own;
      // A question that was rewritten is open again, and what was won stays.
    } else if (entry.best !== undefined) mine[n] = { tries: 0, best: entry.best };
  }
  // A place that the LMS knows by another name is left alone.
  const places = state.places.map((place): Place => (strange[place[0]] ? [0, 0, 0] : place));
  return { mine: { ...state, activities: mine, places }, strange };
}

const numbersOf = (entries: Entries): ReadonlySet<number> => new Set(Object.keys(entries).map(Number));

/** What a state means here, and texts of its entries that meant something else. */
export function setApart(content: ModuleContent, state: LearnerState): Opened & { readonly state: LearnerState } {
  const { mine, strange } = sorted(content, state);
  return { state: mine, aside: textOfStrange(content, state, strange), apart: numbersOf(strange) };
}

/** The state without its answers to what a later one says something else of: an older answer would take the place of a newer one. */
export function withoutOlder(state: LearnerState, later: LearnerState, apart: ReadonlySet<number>): LearnerState {
  if (later.counter < state.counter) return state;
  const activities = Object.entries(state.activities).filter(([n]) => !apart.has(Number(n)));
  return { ...state, activities: Object.fromEntries(activities) };
}

/**
 * Takes up the entries that were set aside, where they mean again what they meant; of two to one question, the one with more
 * tries.
 * @returns what stays aside
 */
function takeUp(content: ModuleContent, state: LearnerState, aside: LearnerState): { state: LearnerState; left: Entries } {
  const { mine } = sorted(content, aside);
  const present = content.activities.filter(({ n }) => mine.activities[n]);
  const taken = present.flatMap(({ n }): [number, ActivityState][] => {
    const entry = mine.activities[n];
    return entry && entry.tries > (state.activities[n]?.tries ?? -1) ? [[n, entry]] : [];
  });
  const left = { ...aside.activities };
  for (const { n } of present) delete left[n];
  return { state: { ...state, activities: { ...state.activities, ...Object.fromEntries(taken) } }, left };
}

/**
 * Opens what an LMS and this browser keep.
 * @param text what the LMS gave; '' where it has nothing
 * @param kept texts of other versions that only this browser has
 */
export function openSaved(
  text: string,
  kept: { readonly texts: readonly string[]; readonly isSure: boolean },
  content: ModuleContent,
): Opened {
  const told = text === '' ? [] : textsIn(text);
  const texts = [...new Set([...told, ...kept.texts])];
  const readings = texts.map(
    (one, index): Reading => (index < told.length || kept.isSure ? readState(one, content) : { problem: 'unreadable' }),
  );
  const [first] = readings;
  const own = readings.flatMap((reading) => ('state' in reading ? reading.state : []));
  const others = texts.filter((_, index) => 'problem' in (readings[index] as Reading));
  const [main, ...entries] = own;
  if (!main) return { ...(text !== '' && first && 'problem' in first && { problem: first.problem }), aside: others, apart: new Set() };
  const { mine, strange } = sorted(content, main);
  let state = mine;
  const left = entries.map((one) => {
    const found = takeUp(content, state, one);
    state = found.state;
    return found.left;
  });
  const apart = [strange, ...left].flatMap((one) => textOfStrange(content, main, one));
  return { state, aside: [...apart, ...others], apart: numbersOf(strange) };
}

/** The state with a check for each entry of the module; entries that the module doesn't have keep theirs. */
export function withChecks({ activities }: ModuleContent, state: LearnerState): LearnerState {
  const entries = activities.flatMap((activity): [number, ActivityState][] => {
    const entry = state.activities[activity.n];
    return entry ? [[activity.n, { ...entry, check: checkOf(activity, entry) }]] : [];
  });
  return { ...state, activities: { ...state.activities, ...Object.fromEntries(entries) } };
}

/** The state without its checks. */
export function withoutChecks(state: LearnerState): LearnerState {
  const entries = Object.entries(state.activities).map(([n, { check: _, ...entry }]) => [n, entry] as const);
  return { ...state, activities: Object.fromEntries(entries) };
}

/** Puts texts behind a state's own. */
export function behind(own: string, aside: readonly string[]): string {
  return [own, ...aside].join(BEHIND);
}
