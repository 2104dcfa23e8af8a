import type { Activity, Answer } from './activity.ts';
import { hashOf } from './seal.ts';
import type { ActivityState } from './state.ts';
import { tokenPosition } from './token.ts';

/** Characters of a part's origin in `Activity.origins`. */
const ORIGIN = 2;

type Checked = Pick<Activity, 'id' | 'type' | 'origins' | 'gone' | 'was'>;

/** Positions of everything in an answer that reads as a token, ascending, each once. A learner's own word may read so, too. */
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

/** Positions of the activity's parts that a saved entry names, ascending. */
function partsNamed({ origins }: Checked, { answer, draft }: ActivityState): number[] {
  const found = positionsIn(draft, positionsIn(answer));
  return [...found].filter((position) => position < origins.length / ORIGIN).sort((one, other) => one - other);
}

/** 14 bits, never 0, over an id, a type, and the parts that an answer names. */
function checkOver({ id, origins }: Checked, type: string, positions: readonly number[]): number {
  const parts = positions.map((position) => `${position}${origins.slice(position * ORIGIN, (position + 1) * ORIGIN)}`);
  const hash = hashOf([id, type, ...parts].join(' '));
  return Math.imul(hash ^ (hash >>> 16), 0x85ebca6b) >>> 18 || 1;
}

/** The check of what a learner gave to an activity, 1..16383: it names the activity and the parts that the answer means. */
export function checkOf(activity: Checked, state: ActivityState): number {
  return checkOver(activity, activity.type, partsNamed(activity, state));
}

/**
 * Relation of a saved entry to the activity that now has its number. `same`: it means this activity and these parts.
 * `retyped`: the activity had another type. `strange`: another activity, or other parts, had this number.
 */
export type Kinship = 'same' | 'retyped' | 'strange';

/** Compares a saved entry with its activity. An entry without a check (of version 1, or for want of room) is taken at its word. */
export function kinshipOf(activity: Checked, state: ActivityState): Kinship {
  const { was = [], type } = activity;
  if (state.check === undefined) return was.length > 0 ? 'retyped' : 'same';
  const positions = partsNamed(activity, state);
  // The activity may have had fewer parts then: a word that reads as the token of a later part was not one of them.
  const beginnings = Array.from({ length: positions.length + 1 }, (_, length) => positions.slice(0, length));
  const fits = (one: string): boolean => beginnings.some((some) => checkOver(activity, one, some) === state.check);
  if (fits(type)) return 'same';
  return was.some(fits) ? 'retyped' : 'strange';
}

/** Tokens of parts that an answer names: keys, and members of lists. A value behind a key may be a learner's own word. */
function partsOfAnswer(answer: Answer | undefined): string[] {
  if (Array.isArray(answer)) return answer.flatMap((one: Answer) => (typeof one === 'string' ? [one] : partsOfAnswer(one)));
  if (typeof answer !== 'object' || answer === null) return [];
  return Object.entries(answer).flatMap(([key, value]) => (tokenPosition(key) < 0 ? partsOfAnswer(value) : [key]));
}

/** Returns true where an answer names parts of the activity and none of them stands any more: the question was rewritten. */
export function isRewritten({ origins, gone = [] }: Checked, answer: Answer | undefined): boolean {
  if (gone.length === 0) return false;
  const known = partsOfAnswer(answer).filter((text) => {
    const position = tokenPosition(text);
    return position >= 0 && position < origins.length / ORIGIN;
  });
  return known.length > 0 && known.every((token) => gone.includes(token));
}
