import { deflateSync, inflateSync } from 'fflate';
import type { Answer } from './activity.ts';
import { fromBase64url, toBase64url } from './base64url.ts';
import { chapterColumns, chaptersIn } from './chapters.ts';
import { SEAL, sealOf } from './seal.ts';
import type { ActivityState, LearnerState, Place } from './state.ts';
import { ranks } from './status.ts';
import { putValue, takeValue } from './values.ts';

/** First sign of the text. A change that older code can't read raises it. */
const VERSION = '1';

/** Bytes before deflating; what claims more is no state of ours, however small it is deflated. */
const MOST = 2 ** 20;

/** Interactions that a module may have: those of the largest are a tenth of it. */
const MOST_PLACES = 10_000;

/** What was found in a saved text: a state, or why there is none. `newer`: written by a later version of this code. */
export type Reading = { readonly state: LearnerState } | { readonly problem: 'unreadable' | 'newer' };

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

function toActivities(numbers: readonly number[], heads: readonly Answer[], values: readonly Answer[]): Record<number, ActivityState> {
  let at = 0;
  const take = (): Answer => values[at++] ?? null;
  const entries = numbers.map((number, index): Entry => {
    const head = asCount(heads[index]);
    return [
      number,
      {
        tries: Math.floor(head / 8),
        ...(head & 1 ? { answer: take() } : {}),
        ...(head & 2 ? { draft: take() } : {}),
        ...(head & 4 ? { best: asShare(take(), 1) } : {}),
      },
    ];
  });
  return at === values.length ? Object.fromEntries(entries) : invalid();
}

function fromPlain(plain: Answer): LearnerState {
  const [attempt, revision, counter, page, status, score, time, active, seen, numbers, heads, values, ...columns] = asList(plain);
  const [activities = [], parts = [], pieces = [], ...chapters] = columns.map(asSteps);
  // The LMS would be told of each at the launch.
  if (activities.length > MOST_PLACES) invalid();
  return {
    attempt: typeof attempt === 'string' ? attempt : invalid(),
    revision: typeof revision === 'string' ? revision : invalid(),
    counter: asCount(counter),
    page: asCount(page),
    seen: asSteps(seen),
    activities: toActivities(asSteps(numbers), asList(heads), asList(values)),
    ...(score === null ? {} : { score: asShare(score, 100) }),
    status: ranks[asCount(status)] ?? invalid(),
    places: activities.map((activity, index): Place => [activity, parts[index] ?? invalid(), pieces[index] ?? invalid()]),
    time: asNumber(time),
    active: asNumber(active),
    ...chaptersIn(chapters),
  };
}

/**
 * The text that an LMS keeps of a state: version, seal, then the state, deflated; signs `[A-Za-z0-9_-]` only.
 * @param module id of the module; only it reads the text again
 */
export function encodeState(state: LearnerState, module = ''): string {
  const bytes: number[] = [];
  putValue(bytes, toPlain(state));
  const body = toBase64url(deflateSync(new Uint8Array(bytes), { level: 9 }));
  return VERSION + sealOf(VERSION + module + body) + body;
}

/** Reads what `encodeState` wrote. Never throws, whatever the text; never needs more than a megabyte. */
export function readState(text: string, module = ''): Reading {
  const version = text.charAt(0);
  const body = text.slice(1 + SEAL);
  if (text.slice(1, 1 + SEAL) !== sealOf(version + module + body)) return { problem: 'unreadable' };
  if (version !== VERSION) return { problem: version > VERSION ? 'newer' : 'unreadable' };
  try {
    return { state: fromPlain(takeValue(inflateSync(fromBase64url(body), { out: new Uint8Array(MOST) }))) };
  } catch {
    return { problem: 'unreadable' };
  }
}

/** The state in a saved text, or null where there is none to be read. */
export function decodeState(text: string, module = ''): LearnerState | null {
  const reading = readState(text, module);
  return 'state' in reading ? reading.state : null;
}
