import type { Score, Token } from '../../src/model/activity.ts';
import type { Interaction, Slot } from '../../src/model/interaction.ts';

export interface Options {
  /** One: its `maxCharacters` are those of all words together. */
  readonly fields: readonly { readonly token: Token; readonly maxCharacters: number }[];
  /** So many words are asked for. */
  readonly min: number;
  /** So many are taken. */
  readonly max: number;
  /** `https:` address of a wall outside; '' or absent: none. */
  readonly wall?: string;
}

/** The words, in the order in which they came. */
export type Answer = readonly string[];

/** What is a word in an answer, whatever stands there. */
export function wordsOf(answer: Answer | null): string[] {
  return Array.isArray(answer) ? answer.filter((word): word is string => typeof word === 'string' && word.trim() !== '') : [];
}

/** Words given / words asked for, 1 at most. */
export function score({ min }: Options, answer: Answer | null): Score {
  return { ratio: Math.min(1, wordsOf(answer).length / min), parts: {} };
}

export function slots(): Slot[] {
  return [{ type: 'long-fill-in', right: [], text: '' }];
}

export function report(_options: Options, answer: Answer): Interaction[] {
  const words = wordsOf(answer);
  return words.length === 0 ? [] : [{ response: { type: 'long-fill-in', text: words.join(', ') }, result: 'neutral' }];
}

/** Words are free text: they are measured by their `maxCharacters`. */
export function largest(): Answer {
  return [];
}
