import { deflateSync, inflateSync } from 'fflate';
import type { Answer } from '../course/activity.ts';
import { chapterColumns, chaptersIn } from '../course/chapters.ts';
import type { ModuleContent } from '../course/course.ts';
import { ranks } from '../judging/status.ts';
import { fromBase64url, toBase64url } from './base64url.ts';
import { SEAL, sealOf } from './seal.ts';
import type { ActivityState, LearnerState, Place } from './state.ts';
import { putValue, takeValue } from './values.ts';

/** First character of the text. Increased by each change that older code can't read. */
const VERSION = '2';

/** First version, without line and checks; must stay readable for ever. */
const FIRST = '1';

/** Length of a line's name, in characters. */
export const LINE = 5;

/** Maximum size (bytes) before deflating; a text that inflates to more isn't one of our states. */
const MOST = 2 ** 20;

/** Maximum number of interactions; the largest module has a tenth of that. */
const MOST_PLACES = 10_000;

/** Module and line that a saved text belongs to. */
export type Owner = Pick<ModuleContent, 'id' | 'line' | 'old'>;

/**
 * Result of reading a saved text: a state, or the reason why there is none. `newer`: written by a later version of this code.
 * `other-line`: its numbers come from another lock, so their meaning is unknown here.
 */
export type Reading = { readonly state: LearnerState } | { readonly problem: 'unreadable' | 'newer' | 'other-line' };

type Entry = readonly [number: number, state: ActivityState];

/** Encodes numbers as differences, small and equal if the numbers rise evenly. Even values are rises, odd ones falls. */
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

/** Packs the tries, and flags for which of the three values follow. */
function headOf({ tries, answer, draft, best }: ActivityState): number {
  return tries * 8 + (answer === undefined ? 0 : 1) + (draft === undefined ? 0 : 2) + (best === undefined ? 0 : 4);
}

/** Base of the two characters of a check: values below 128 take one byte. */
const HALF = 128;

/** Encodes the checks, two characters per entry; `\0\0`: no check. '' if no entry has one. */
function checksOf(entries: readonly Entry[]): string {
  if (entries.every(([, { check }]) => check === undefined)) return '';
  return entries.map(([, { check = 0 }]) => String.fromCharCode(Math.floor(check / HALF), check % HALF)).join('');
}

/** Converts a state to columns, not rows: uniform columns deflate to almost nothing. */
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
  // Each activity would be reported to the LMS at launch.
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
 * Encodes a state as the text for an LMS: version, seal, line, then the deflated state. Only characters `[A-Za-z0-9_-]`.
 * @param owner the module and its lock; no other can read the text
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

/** Reads the output of `encodeState`. Never throws, whatever the text; never needs more than a megabyte. */
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

/** Reads the state in a saved text; null if there is none that can be read. */
export function decodeState(text: string, owner: Owner): LearnerState | null {
  const reading = readState(text, owner);
  return 'state' in reading ? reading.state : null;
}
