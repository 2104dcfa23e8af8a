import type { ModuleContent } from '../course/course.ts';
import { checkOf, isRewritten, kinshipOf } from './check.ts';
import { encodeState, type Reading, readState } from './codec.ts';
import { type ActivityState, type LearnerState, newState, type Place } from './state.ts';

/**
 * Separator before each text stored after the state: states of another line, entries with another meaning here, unreadable
 * texts. They are neither applied nor erased.
 */
const BEHIND = '.';

/** Result of opening the text stored in an LMS. */
export interface Opened {
  /** State of this line of the lock, if there is one. */
  readonly state?: LearnerState;
  /** Reason why a text exists but no state could be read. */
  readonly problem?: 'unreadable' | 'newer' | 'other-line';
  /** Texts to store after the state, newest first. */
  readonly aside: readonly string[];
  /** Numbers of the state's entries that were just set aside. */
  readonly apart: ReadonlySet<number>;
}

type Entries = Record<number, ActivityState>;

/** Encodes entries as a separate state; returns an empty list if there are no entries. */
function textOfStrange(content: ModuleContent, { attempt }: LearnerState, activities: Entries): string[] {
  return Object.keys(activities).length > 0 ? [encodeState({ ...newState(attempt), activities }, content)] : [];
}

/** Limit of texts: no history of packages leaves more, so the data isn't ours. */
const MOST_TEXTS = 50;

const isLegal = (text: string): boolean => /^(?:\d[\w-]+|x[\w%!~*'()-]+)$/.test(text);

/** Encodes a foreign text in characters that can follow a state. */
function wrapped(text: string): string {
  return `x${encodeURIComponent(text.replace(/\p{Cs}/gu, '')).replaceAll(BEHIND, '%2E')}`;
}

/** Splits the text from an LMS. A complete state is read, whatever follows it. */
function textsIn(text: string, content: ModuleContent): string[] {
  const [first = '', ...rest] = text.split(BEHIND);
  const isWhole = rest.length < MOST_TEXTS && rest.every(isLegal);
  const reading = readState(first, content);
  if ('state' in reading || reading.problem !== 'unreadable')
    return [first, ...(isWhole ? rest : rest.join('') === '' ? [] : [wrapped(rest.join(BEHIND))])];
  return isWhole && isLegal(first) ? [first, ...rest] : [wrapped(text)];
}

/** State sorted by what its entries mean in this module. */
interface Sorted {
  readonly mine: LearnerState;
  /** Entries that had another meaning when they were saved. */
  readonly strange: Entries;
  /** Entries of questions that have since been rewritten, or have another type now. */
  readonly past: Entries;
}

/** Sorts the entries of a state by what they mean in this module. A rewritten question is open again, but keeps its best score. */
function sorted({ activities }: ModuleContent, state: LearnerState): Sorted {
  const mine: Entries = { ...state.activities };
  const strange: Entries = {};
  const past: Entries = {};
  for (const activity of activities) {
    const { n } = activity;
    const entry = mine[n];
    if (!entry) continue;
    const kinship = kinshipOf(activity, entry);
    const { check: _, ...own } = entry;
    delete mine[n];
    if (kinship === 'strange') strange[n] = entry;
    else if (kinship === 'same' && !isRewritten(activity, entry.answer)) mine[n] = own;
    else {
      past[n] = { ...(kinship === 'same' && { check: checkOf(activity, entry) }), ...entry };
      if (entry.best !== undefined) mine[n] = { tries: 0, best: entry.best };
    }
  }
  // Don't reuse a place that the LMS knows under another id.
  const places = state.places.map((place): Place => (strange[place[0]] ? [0, 0, 0] : place));
  return { mine: { ...state, activities: mine, places }, strange, past };
}

const numbersOf = (entries: Entries): ReadonlySet<number> => new Set(Object.keys(entries).map(Number));

/** Splits a state into the entries that are valid here, and texts of those that meant something else. */
export function setApart(content: ModuleContent, state: LearnerState): Opened & { readonly state: LearnerState } {
  const { mine, strange, past } = sorted(content, state);
  return { state: mine, aside: textOfStrange(content, state, { ...strange, ...past }), apart: numbersOf(strange) };
}

/** Drops the answers to activities that a later state set aside: an older answer would replace a newer one. */
export function withoutOlder(state: LearnerState, later: LearnerState, apart: ReadonlySet<number>): LearnerState {
  if (later.counter < state.counter) return state;
  const activities = Object.entries(state.activities).filter(([n]) => !apart.has(Number(n)));
  return { ...state, activities: Object.fromEntries(activities) };
}

/** Returns true for an entry without answer or draft: it holds at most an earlier best score. */
const isOpen = (entry: ActivityState | undefined): boolean => entry?.answer === undefined && entry?.draft === undefined;

/**
 * Restores entries that were set aside and are valid again. If a question has two answers, the one with more tries is used,
 * as in `joined`; the other one is set aside instead.
 * @returns the state, and the entries that stay aside
 */
function takeUp(content: ModuleContent, state: LearnerState, aside: LearnerState): { state: LearnerState; left: Entries } {
  const { mine } = sorted(content, aside);
  const activities: Entries = { ...state.activities };
  const left: Entries = { ...aside.activities };
  for (const activity of content.activities) {
    const { n } = activity;
    const entry = mine.activities[n];
    const live = activities[n];
    if (!entry || isOpen(entry) || (!isOpen(live) && entry.tries <= (live?.tries ?? 0))) continue;
    activities[n] = entry;
    delete left[n];
    if (live && !isOpen(live)) left[n] = { check: checkOf(activity, live), ...live };
  }
  return { state: { ...state, activities }, left };
}

/**
 * Opens the texts stored in an LMS and in this browser.
 * @param text text from the LMS; '' if it has none
 * @param kept texts of this attempt for which the LMS had no room
 */
export function openSaved(text: string, kept: readonly string[], content: ModuleContent): Opened {
  const texts = [...new Set([...(text === '' ? [] : textsIn(text, content)), ...kept])];
  const readings = texts.map((one): Reading => readState(one, content));
  const [first] = readings;
  const own = readings.flatMap((reading) => ('state' in reading ? reading.state : []));
  const others = texts.filter((_, index) => 'problem' in (readings[index] as Reading));
  const [main, ...entries] = own;
  if (!main) return { ...(first && 'problem' in first && { problem: first.problem }), aside: others, apart: new Set() };
  const { mine, strange, past } = sorted(content, main);
  let state = mine;
  const left = entries.map((one) => {
    const found = takeUp(content, state, one);
    state = found.state;
    return found.left;
  });
  const aside = [{ ...strange, ...past }, ...left].flatMap((one) => textOfStrange(content, main, one));
  return { state, aside: [...new Set([...aside, ...others])], apart: numbersOf(strange) };
}

/** Adds a check to each entry of the module; entries of unknown activities keep theirs. */
export function withChecks({ activities }: ModuleContent, state: LearnerState): LearnerState {
  const entries = activities.flatMap((activity): [number, ActivityState][] => {
    const entry = state.activities[activity.n];
    return entry ? [[activity.n, { ...entry, check: checkOf(activity, entry) }]] : [];
  });
  return { ...state, activities: { ...state.activities, ...Object.fromEntries(entries) } };
}

/** Removes the checks, except for activities that had another type: without a check their answers would not count. */
export function withoutChecks(state: LearnerState, activities: ModuleContent['activities'] = []): LearnerState {
  const needed = new Set(activities.flatMap(({ n, was }) => (was ? [n] : [])));
  const entries = Object.entries(state.activities).map(([n, entry]) => {
    const { check: _, ...rest } = entry;
    return [n, needed.has(Number(n)) ? entry : rest] as const;
  });
  return { ...state, activities: Object.fromEntries(entries) };
}

/** Appends texts to that of a state. */
export function behind(own: string, aside: readonly string[]): string {
  return [own, ...aside].join(BEHIND);
}
