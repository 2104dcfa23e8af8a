import { originOf } from '../../../src/model/course/lineage.ts';
import { tokenAt } from '../../../src/model/course/token.ts';
import type { Lineage, LockActivity, LockPart } from '../../model/lock.ts';
import type { PartText, ValidActivity } from '../../model/source.ts';
import { changesMeaning } from './same-meaning.ts';

/** Returns the origin of a part, which identifies its text at the first appearance. */
export function partOrigin({ from, text }: LockPart): string {
  return from ?? originOf(text);
}

/** Tests whether two entries are the same part in two locks. Different texts with the same origin by chance are not. */
export function isSamePart(one: LockPart, two: LockPart): boolean {
  return partOrigin(one) === partOrigin(two) && (one.text === two.text || one.from !== undefined || two.from !== undefined);
}

function lineageOf({ parts, was }: LockActivity): Lineage {
  const gone = parts.flatMap((part, at) => (part.gone ? [tokenAt(at)] : []));
  return { origins: parts.map(partOrigin).join(''), ...(gone.length > 0 && { gone }), ...(was && { was }) };
}

/** Normalises spaces, quotes, apostrophes and case, which don't change a part. */
function normalise(text: string): string {
  return text
    .normalize('NFC')
    .toLowerCase()
    .replace(/[«»“”„"]/g, '"')
    .replace(/[’‘`]/g, "'")
    .replace(/[\s\u00a0\u202f]+/g, ' ')
    .replace(/" | "/g, '"')
    .trim();
}

/** Tests whether the other text has more than half of the longer text's words. */
function mostWordsSame(a: string, b: string): boolean {
  const words = (text: string): string[] => text.split(/[^\p{L}\d]+/u).filter((word) => word !== '');
  const rest = words(b);
  const length = Math.max(words(a).length, rest.length);
  let same = 0;
  for (const word of words(a)) {
    const at = rest.indexOf(word);
    if (at < 0) continue;
    rest.splice(at, 1);
    same++;
  }
  return same * 2 > length;
}

/** Makes the current entry of a part. @param before its earlier entry, if there was one */
function partNow(before: LockPart | undefined, text: string, key: string | undefined): LockPart {
  const from = before && partOrigin(before);
  return { text, ...(key !== undefined && { key }), ...(from !== undefined && from !== originOf(text) && { from }) };
}

/** Tests whether a text is only a correction of another. It isn't if a negation, a number or a unit differs. */
function isCorrection(before: string, now: string): boolean {
  return mostWordsSame(before, now) && !changesMeaning(before, now);
}

interface PartsUpdate {
  readonly parts: LockPart[];
  /** Position in the lock of each part of the text. */
  readonly positions: number[];
}

/** Finds each part of a text in the lock: the same text at any position, or a corrected text at the same position. */
function updateParts(old: readonly LockPart[], now: readonly PartText[]): PartsUpdate {
  const texts = now.map((part) => normalise(part.text));
  const taken = new Set<number>();
  const take = (position: number): number => {
    if (position >= 0) taken.add(position);
    return position;
  };
  const positions = texts.map((text, index) => {
    const same = (part: LockPart, at: number): boolean => !taken.has(at) && part.text === text;
    const exact = old.findIndex((part, at) => same(part, at) && part.key === now[index]?.key);
    return take(exact >= 0 ? exact : old.findIndex(same));
  });
  const places = old.flatMap((part, at) => (part.gone ? [] : [at]));
  const parts: LockPart[] = [...old];
  positions.forEach((found, index) => {
    if (found >= 0) return;
    const place = places[index] ?? -1;
    const before = old[place];
    const corrected = before && !taken.has(place) && before.key === now[index]?.key && isCorrection(before.text, texts[index] ?? '');
    positions[index] = corrected ? take(place) : parts.push({ text: '' }) - 1;
  });
  positions.forEach((position, index) => {
    parts[position] = partNow(old[position], texts[index] ?? '', now[index]?.key);
  });
  const live = new Set(positions);
  return { parts: parts.map((part, at) => (live.has(at) || part.gone ? part : { ...part, gone: true as const })), positions };
}

/** An activity's entry, and the tokens of its parts in the order of its text. */
export interface ActivityUpdate {
  readonly lock: LockActivity;
  readonly tokens: readonly string[];
  readonly lineage: Lineage;
}

/** Lists the earlier types of an activity. */
function typesBefore({ type, was = [] }: LockActivity, now: string): readonly string[] {
  return type === undefined || type === now ? was : [...was, type];
}

/** Finds an activity's parts in its entry of the lock, and adds new ones. The entry only grows. */
export function updateActivity(old: LockActivity | undefined, activity: ValidActivity): ActivityUpdate {
  const { parts, positions } = updateParts(old?.parts ?? [], activity.parts);
  const { id, type } = activity;
  const was = old ? typesBefore(old, type) : [];
  const lock: LockActivity = { id, type, ...(was.length > 0 && { was }), parts };
  return { lock, tokens: positions.map(tokenAt), lineage: lineageOf(lock) };
}
