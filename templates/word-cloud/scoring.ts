import type { Score } from '../../src/model/course/activity.ts';
import type { Interaction, Slot } from '../../src/model/record/interaction.ts';
import type { Options } from './type.ts';

/** The words, in the order of entry. */
export type Answer = readonly string[];

/** Returns the words in an answer of any shape. */
export function wordsOf(answer: Answer | null): string[] {
  return Array.isArray(answer) ? answer.filter((word): word is string => typeof word === 'string' && word.trim() !== '') : [];
}

/** Words given / words asked for, at most 1. */
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

/** Empty, because words are free text, measured by `maxCharacters`. */
export function largest(): Answer {
  return [];
}
