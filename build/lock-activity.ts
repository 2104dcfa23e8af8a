import type { Activity } from '../src/model/activity.ts';
import { originOf } from '../src/model/lineage.ts';
import { tokenAt } from '../src/model/token.ts';
import { changesMeaning } from './same-meaning.ts';
import type { PartText, ValidActivity } from './source.ts';

/** A part that was built once. Its position is its number; `gone`: it stands in no text any more. */
export interface LockPart {
  readonly text: string;
  readonly key?: string;
  /** Its origin, where the text was corrected since. */
  readonly from?: string;
  readonly gone?: true;
}

export interface LockActivity {
  readonly id: string;
  /** Absent in a lock that 0.1 wrote. */
  readonly type?: string;
  /** The types that it had before, the oldest first; absent: it has always had the same. */
  readonly was?: readonly string[];
  readonly gone?: true;
  readonly parts: readonly LockPart[];
}

/** The data that answers of other builds are checked against. */
export type Lineage = Pick<Activity, 'origins' | 'gone' | 'was'>;

/** The origin of a part: it identifies its text at the first appearance. */
export function partOrigin({ from, text }: LockPart): string {
  return from ?? originOf(text);
}

/** Are these the same part in two locks? Two texts that share an origin by chance are not. */
export function isSamePart(one: LockPart, two: LockPart): boolean {
  return partOrigin(one) === partOrigin(two) && (one.text === two.text || one.from !== undefined || two.from !== undefined);
}

function lineageOf({ parts, was }: LockActivity): Lineage {
  const gone = parts.flatMap((part, at) => (part.gone ? [tokenAt(at)] : []));
  return { origins: parts.map(partOrigin).join(''), ...(gone.length > 0 && { gone }), ...(was && { was }) };
}

/** Spaces, quotes, apostrophes and case make no difference to what a part says. */
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

/** More than half of the longer text's words stand in the other, too. */
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

/** A part as a text has it now. @param before the same part until now, where there was one */
function partNow(before: LockPart | undefined, text: string, key: string | undefined): LockPart {
  const from = before && partOrigin(before);
  return { text, ...(key !== undefined && { key }), ...(from !== undefined && from !== originOf(text) && { from }) };
}

/** Is a text only a correction of another one? Not where a negation, a number or a unit differs. */
function isCorrection(before: string, now: string): boolean {
  return mostWordsSame(before, now) && !changesMeaning(before, now);
}

interface PartsUpdate {
  readonly parts: LockPart[];
  /** Position in the lock of each part of the text. */
  readonly positions: number[];
}

/** Finds each part of a text among those of the lock: the same words anywhere, or corrected words at the same place. */
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

/** The types that an activity had before its type of now. */
function typesBefore({ type, was = [] }: LockActivity, now: string): readonly string[] {
  return type === undefined || type === now ? was : [...was, type];
}

/** What was found for an activity, and in which entry of the lock: at the next save most are the same. */
const updates = new WeakMap<ValidActivity, { readonly old: LockActivity | undefined; readonly update: ActivityUpdate }>();

/** Finds an activity's parts among those of its entry in the lock, and adds those that are new. The entry only grows. */
export function updateActivity(old: LockActivity | undefined, activity: ValidActivity): ActivityUpdate {
  const known = updates.get(activity);
  if (known && known.old === old) return known.update;
  const { parts, positions } = updateParts(old?.parts ?? [], activity.parts);
  const { id, type } = activity;
  const was = old ? typesBefore(old, type) : [];
  const lock: LockActivity = { id, type, ...(was.length > 0 && { was }), parts };
  const update = { lock, tokens: positions.map(tokenAt), lineage: lineageOf(lock) };
  updates.set(activity, { old, update });
  return update;
}
