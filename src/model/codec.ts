import { deflateSync, inflateSync } from 'fflate';
import type { Answer } from './activity.ts';
import { fromBase64url, toBase64url } from './base64url.ts';
import { chapterColumns, chaptersIn } from './chapters.ts';
import type { ModuleContent } from './course.ts';
import { SEAL, sealOf } from './seal.ts';
import type { ActivityState, LearnerState, Place } from './state.ts';
import { ranks } from './status.ts';
import { putValue, takeValue } from './values.ts';

/** First character of the text. A change that older code can't read raises it. */
const VERSION = '2';

/** Has no line and no checks; read for ever. */
const FIRST = '1';

/** Characters of a line. */
export const LINE = 5;

/** Bytes before deflating; what claims more is no state of ours, however small it is deflated. */
const MOST = 2 ** 20;

/** Interactions that a module may have: those of the largest are a tenth of it. */
const MOST_PLACES = 10_000;

/** Module and line that a saved text belongs to. */
export type Owner = Pick<ModuleContent, 'id' | 'line' | 'old'>;

/**
 * Result of reading a saved text: a state, or why there is none. `newer`: written by a later version of this code.
 * `other-line`: its numbers are of another lock, so that nobody knows what they mean here.
 */
export type Reading = { readonly state: LearnerState } | { readonly problem: 'unreadable' | 'newer' | 'other-line' };

type Entry = readonly [number: number, state: ActivityState];

/** Differences of neighbours, small and alike where the numbers rise evenly; even = upwards. */
function steps(numbers: readonly number[]): number[] {
  return numbers.map((number, index) => {
    const step = number - (numbers[index - 1] ?? 0);
    return step < 0 ? -2 * step - 1 : 2 * step;
  });
}

function fromSteps(found: readonly number[]): number[] {
  let number = 0;
  return found.map((step) => {
    number += step % 2 === 0 ? step / 2 : -(step + 1) / 2;
    return number;
  });
}

/** Tries, and which of the three values follow. */
function headOf({ tries, answer, draft, best }: ActivityState): number {
  return tries * 8 + (answer === undefined ? 0 : 1) + (draft === undefined ? 0 : 2) + (best === undefined ? 0 : 4);
}

/** Bits of a check in each of its two characters: what is below 128 takes one byte. */
const HALF = 128;

/** Two characters an entry; `\0\0`: it has none. '' where none has. */
function checksOf(entries: readonly Entry[]): string {
  if (entries.every(([, { check }]) => check === undefined)) return '';
  return entries.map(([, { check = 0 }]) => String.fromCharCode(Math.floor(check / HALF), check % HALF)).join('');
}

/** Columns, not rows: equal columns deflate to almost nothing. */
function toPlain(state: LearnerState): Answer {
  const entries: Entry[] = Object.entries(state.activities).map(([number, activity]) => [Number(number), activity]);
  return [
    state.attempt,
    state.revision,
    state.counter,
    state.page,
    ranks.indexOf(state.status),
    state.score ?? null,
    state.time,
    state.active,
    steps(state.seen),
    steps(entries.map(([number]) => number)),
    entries.map(([, activity]) => headOf(activity)),
    entries.flatMap(([, { answer, draft, best }]) => [answer, draft, best].filter((value) => value !== undefined)),
    checksOf(entries),
    ...[0, 1, 2].map((column) => steps(state.places.map((place) => place[column] ?? 0))),
    ...chapterColumns(state).map(steps),
  ];
}

function invalid(): never {
  throw new RangeError();
}

const asNumber = (value: Answer | undefined): number => (typeof value === 'number' && value >= 0 && value < 2 ** 49 ? value : invalid());
const asShare = (value: Answer | undefined, most: number): number => (asNumber(value) <= most ? (value as number) : invalid());
const asCount = (value: Answer | undefined): number => (Number.isInteger(asNumber(value)) ? (value as number) : invalid());
const asList = (value: Answer | undefined): readonly Answer[] => (Array.isArray(value) ? (value as readonly Answer[]) : invalid());
const asSteps = (value: Answer | undefined): number[] => fromSteps(asList(value).map(asCount)).map(asCount);

function toActivities(
  numbers: readonly number[],
  heads: readonly Answer[],
  values: readonly Answer[],
  checks: string,
): Record<number, ActivityState> {
  let at = 0;
  const take = (): Answer => values[at++] ?? null;
  if (checks.length !== 0 && checks.length !== 2 * numbers.length) invalid();
  const entries = numbers.map((number, index): Entry => {
    const head = asCount(heads[index]);
    const check = checks && checks.charCodeAt(2 * index) * HALF + checks.charCodeAt(2 * index + 1);
    return [
      number,
      {
        tries: Math.floor(head / 8),
        ...(head & 1 ? { answer: take() } : {}),
        ...(head & 2 ? { draft: take() } : {}),
        ...(head & 4 ? { best: asShare(take(), 1) } : {}),
        ...(check ? { check } : {}),
      },
    ];
  });
  return at === values.length ? Object.fromEntries(entries) : invalid();
}

function fromPlain(plain: Answer, version: string): LearnerState {
  const [attempt, revision, counter, page, status, score, time, active, seen, numbers, heads, values, ...rest] = asList(plain);
  const [checks, ...columns] = version === FIRST ? ['', ...rest] : rest;
  const [activities = [], parts = [], pieces = [], ...chapters] = columns.map(asSteps);
  // The LMS would be told of each at the launch.
  if (activities.length > MOST_PLACES) invalid();
  return {
    attempt: typeof attempt === 'string' ? attempt : invalid(),
    revision: typeof revision === 'string' ? revision : invalid(),
    counter: asCount(counter),
    page: asCount(page),
    seen: asSteps(seen),
    activities: toActivities(asSteps(numbers), asList(heads), asList(values), typeof checks === 'string' ? checks : invalid()),
    ...(score === null ? {} : { score: asShare(score, 100) }),
    status: ranks[asCount(status)] ?? invalid(),
    places: activities.map((activity, index): Place => [activity, parts[index] ?? invalid(), pieces[index] ?? invalid()]),
    time: asNumber(time),
    active: asNumber(active),
    ...chaptersIn(chapters),
  };
}

/**
 * The text that an LMS keeps of a state: version, seal, line, then the state, deflated; characters `[A-Za-z0-9_-]` only.
 * @param owner the module and its lock; only they read the text again
 */
export function encodeState(state: LearnerState, { id, line }: Owner): string {
  const bytes: number[] = [];
  putValue(bytes, toPlain(state));
  const body = line + toBase64url(deflateSync(new Uint8Array(bytes), { level: 9 }));
  return VERSION + sealOf(VERSION + id + body) + body;
}

function isOfLine(version: string, body: string, { line, old }: Owner): boolean {
  return version === FIRST ? old === true : body.startsWith(line);
}

/** Reads what `encodeState` wrote. Never throws, whatever the text; never needs more than a megabyte. */
export function readState(text: string, owner: Owner): Reading {
  const version = text.charAt(0);
  const body = text.slice(1 + SEAL);
  if (text.slice(1, 1 + SEAL) !== sealOf(version + owner.id + body)) return { problem: 'unreadable' };
  if (version !== VERSION && version !== FIRST) return { problem: version > VERSION ? 'newer' : 'unreadable' };
  if (!isOfLine(version, body, owner)) return { problem: 'other-line' };
  try {
    const bytes = fromBase64url(version === FIRST ? body : body.slice(LINE));
    return { state: fromPlain(takeValue(inflateSync(bytes, { out: new Uint8Array(MOST) })), version) };
  } catch {
    return { problem: 'unreadable' };
  }
}

/** The state in a saved text, or null where there is none to be read. */
export function decodeState(text: string, owner: Owner): LearnerState | null {
  const reading = readState(text, owner);
  return 'state' in reading ? reading.state : null;
}
