import type { Score } from '../../src/model/course/activity.ts';
import { answerLimit, costliestText, isAccepted, sameAnswer } from '../../src/model/judging/typed-answer.ts';
import type { Interaction, Slot } from '../../src/model/record/interaction.ts';
import type { Options } from './type.ts';

/** A mistake that the author expected. */
type Mistake = Options['choices'][number];

export type Answer = string;

function isRight(options: Options, answer: Answer | null): boolean {
  return typeof answer === 'string' && isAccepted(answer, options.answer, options.accents === 'strict');
}

export function score(options: Options, answer: Answer | null): Score {
  return { ratio: isRight(options, answer) ? 1 : 0, parts: {} };
}

/** Finds the expected mistake that a text matches. */
export function mistakeIn(options: Options, answer: Answer): Mistake | undefined {
  return isRight(options, answer) ? undefined : options.choices.find((mistake) => sameAnswer(answer, mistake.text));
}

/** Largest number of characters of the field. */
export function limitOf(options: Options): number {
  return answerLimit(options.answer);
}

export function slots(options: Options): Slot[] {
  return [{ type: 'fill-in', right: options.answer.map((text) => ({ type: 'fill-in', text })), text: '' }];
}

export function report(options: Options, answer: Answer): Interaction[] {
  if (typeof answer !== 'string' || answer.trim() === '') return [];
  return [{ response: { type: 'fill-in', text: answer.trim() }, result: isRight(options, answer) ? 'correct' : 'incorrect' }];
}

export function largest(options: Options): Answer {
  return costliestText(limitOf(options), options.answer.join());
}

/** The answer key. */
export function solve(options: Options): Answer {
  return options.answer[0] ?? '';
}
