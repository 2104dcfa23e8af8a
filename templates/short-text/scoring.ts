import type { Html, Score, Token } from '../../src/model/activity.ts';
import type { Interaction, Slot } from '../../src/model/interaction.ts';
import { answerLimit, costliestText, isAccepted, sameAnswer } from '../../src/model/typed-answer.ts';

/** A mistake that the author foresaw. */
export interface Mistake {
  readonly token: Token;
  readonly text: string;
  readonly feedback?: Html;
}

export interface Options {
  /** All of them are right; the first is shown. */
  readonly answer: readonly string[];
  readonly accents?: 'strict';
  readonly choices: readonly Mistake[];
}

export type Answer = string;

function isRight(options: Options, answer: Answer | null): boolean {
  return typeof answer === 'string' && isAccepted(answer, options.answer, options.accents === 'strict');
}

export function score(options: Options, answer: Answer | null): Score {
  return { ratio: isRight(options, answer) ? 1 : 0, parts: {} };
}

/** The mistake that a text makes, if its author foresaw it. */
export function mistakeIn(options: Options, answer: Answer): Mistake | undefined {
  return isRight(options, answer) ? undefined : options.choices.find((mistake) => sameAnswer(answer, mistake.text));
}

/** Characters that the field takes. */
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
