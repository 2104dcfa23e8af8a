import type { Score } from '../../src/model/course/activity.ts';
import { costliestText } from '../../src/model/judging/typed-answer.ts';
import type { Interaction, Slot } from '../../src/model/record/interaction.ts';
import { accepted, found, LIMIT, numberOf } from './number.ts';
import type { Options } from './type.ts';

/** The text as typed, so that it can be shown unchanged. */
export type Answer = string;

function ratioOf(options: Options, answer: Answer | null): number {
  return found(options, answer)?.worth ?? 0;
}

export function score(options: Options, answer: Answer | null): Score {
  return { ratio: ratioOf(options, answer), parts: {} };
}

export function slots(options: Options): Slot[] {
  return [{ type: 'numeric', right: accepted(options, 1).map(({ min, max }) => ({ type: 'numeric', min, max })), text: '' }];
}

export function report(options: Options, answer: Answer): Interaction[] {
  const value = numberOf(options, answer);
  return value === null ? [] : [{ response: { type: 'numeric', value }, result: ratioOf(options, answer) === 1 ? 'correct' : 'incorrect' }];
}

export function largest(options: Options): Answer {
  return costliestText(LIMIT, String(options.answer));
}

/** The answer key: a number that no earlier line takes. */
export function solve(options: Options): Answer {
  const numbers = accepted(options, 1).flatMap(({ min, max, shown }) => [...shown, (min + max) / 2]);
  return String(numbers.find((value) => ratioOf(options, String(value)) === 1) ?? '');
}
