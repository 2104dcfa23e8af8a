import type { Activity, Answer } from '../course/activity.ts';
import { tokenPosition } from '../course/token.ts';
import { hashOf } from './seal.ts';
import type { ActivityState } from './state.ts';

/** Characters of a part's origin in `Activity.origins`. */
const ORIGIN = 2;

type Checked = Pick<Activity, 'id' | 'type' | 'origins' | 'gone' | 'was'>;

/** Finds the positions of all possible tokens in an answer, ascending and unique. A learner's own word may look like one. */
function positionsIn(answer: Answer | undefined, found: Set<number> = new Set()): Set<number> {
  const note = (text: string): void => {
    const position = tokenPosition(text);
    if (position >= 0) found.add(position);
  };
  if (typeof answer === 'string') note(answer);
  else if (Array.isArray(answer)) for (const one of answer) positionsIn(one, found);
  else if (typeof answer === 'object' && answer !== null) {
    for (const [key, value] of Object.entries(answer)) {
      note(key);
      positionsIn(value, found);
    }
  }
  return found;
}

/** Returns the positions of the activity's parts that a saved entry names, ascending. */
function partsNamed({ origins }: Checked, { answer, draft }: ActivityState): number[] {
  const found = positionsIn(draft, positionsIn(answer));
  return [...found].filter((position) => position < origins.length / ORIGIN).sort((one, other) => one - other);
}

/** Hashes an id, a type and the parts that an answer names to 14 bits, never 0. */
function checkOver({ id, origins }: Checked, type: string, positions: readonly number[]): number {
  const parts = positions.map((position) => `${position}${origins.slice(position * ORIGIN, (position + 1) * ORIGIN)}`);
  const hash = hashOf([id, type, ...parts].join(' '));
  return Math.imul(hash ^ (hash >>> 16), 0x85ebca6b) >>> 18 || 1;
}

/** Computes the check of an entry, 1..16383. It identifies the activity and the parts that the answer refers to. */
export function checkOf(activity: Checked, state: ActivityState): number {
  return checkOver(activity, activity.type, partsNamed(activity, state));
}

/**
 * Relation of a saved entry to the activity that now has its number. `same`: it belongs to this activity and these parts.
 * `retyped`: the activity had another type. `strange`: another activity, or other parts, had this number.
 */
export type Kinship = 'same' | 'retyped' | 'strange';

/** Compares a saved entry with its activity. An entry without a check (from version 1, or for lack of room) counts as `same`. */
export function kinshipOf(activity: Checked, state: ActivityState): Kinship {
  const { was = [], type } = activity;
  if (state.check === undefined) return was.length > 0 ? 'retyped' : 'same';
  const positions = partsNamed(activity, state);
  // The activity may have had fewer parts then: a word that looks like the token of a later part wasn't a token.
  const beginnings = Array.from({ length: positions.length + 1 }, (_, length) => positions.slice(0, length));
  const fits = (one: string): boolean => beginnings.some((some) => checkOver(activity, one, some) === state.check);
  if (fits(type)) return 'same';
  return was.some(fits) ? 'retyped' : 'strange';
}

/** Returns the part tokens in an answer: keys, and members of lists. Values of keys may be the learner's own words. */
function partsOfAnswer(answer: Answer | undefined): string[] {
  if (Array.isArray(answer)) return answer.flatMap((one: Answer) => (typeof one === 'string' ? [one] : partsOfAnswer(one)));
  if (typeof answer !== 'object' || answer === null) return [];
  return Object.entries(answer).flatMap(([key, value]) => (tokenPosition(key) < 0 ? partsOfAnswer(value) : [key]));
}

/** Returns true if the question was rewritten: the answer names parts, and all of them are gone. */
export function isRewritten({ origins, gone = [] }: Checked, answer: Answer | undefined): boolean {
  if (gone.length === 0) return false;
  const known = partsOfAnswer(answer).filter((text) => {
    const position = tokenPosition(text);
    return position >= 0 && position < origins.length / ORIGIN;
  });
  return known.length > 0 && known.every((token) => gone.includes(token));
}
