import type { Score } from '../../src/model/course/activity.ts';
import { costliestText } from '../../src/model/judging/typed-answer.ts';
import type { Interaction, Slot } from '../../src/model/record/interaction.ts';
import { isRight, LIMIT, numberOf, range } from './number.ts';
import type { Options } from './type.ts';

/** A mistake that the author expected. */
type Mistake = Options['choices'][number];

/** The text as typed, so that it can be shown unchanged. */
export type Answer = string;

export function score(options: Options, answer: Answer | null): Score {
  return { ratio: isRight(options, answer) ? 1 : 0, parts: {} };
}

/** Finds the expected mistake that a number matches. */
export function mistakeIn(options: Options, answer: Answer): Mistake | undefined {
  const value = numberOf(options, answer);
  return value === null ? undefined : options.choices.find((mistake) => numberOf(options, mistake.text) === value);
}

export function slots(options: Options): Slot[] {
  return [{ type: 'numeric', right: [{ type: 'numeric', ...range(options) }], text: '' }];
}

export function report(options: Options, answer: Answer): Interaction[] {
  const value = numberOf(options, answer);
  return value === null ? [] : [{ response: { type: 'numeric', value }, result: isRight(options, answer) ? 'correct' : 'incorrect' }];
}

export function largest(options: Options): Answer {
  return costliestText(LIMIT, String(options.answer));
}

/** The answer key. */
export function solve(options: Options): Answer {
  return String(options.answer);
}
