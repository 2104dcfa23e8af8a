import type { PartVerdict, Score, Token } from '../../src/model/course/activity.ts';
import type { Interaction, Slot } from '../../src/model/record/interaction.ts';
import type { Options } from './type.ts';

type Line = Options['choices'][number];

/** The ticked lines; none is an answer too. */
export type Answer = readonly Token[];

/** Response of a ticked line: a step that was done. */
const DONE = '1';

function musts(options: Options): readonly Line[] {
  return options.choices.filter((line) => line.right);
}

function ticked(options: Options, answer: Answer): Token[] {
  return options.choices.map(({ token }) => token).filter((token) => answer.includes(token));
}

/** Ticked required lines / required lines. Without required lines, any answer has the full ratio. */
export function score(options: Options, answer: Answer | null): Score {
  if (!Array.isArray(answer)) return { ratio: 0, parts: {} };
  const done = ticked(options, answer);
  const needed = musts(options);
  const parts = Object.fromEntries(needed.map(({ token }): [Token, PartVerdict] => [token, done.includes(token) ? 'right' : 'missed']));
  const right = needed.filter(({ token }) => done.includes(token)).length;
  return { ratio: needed.length === 0 ? 1 : right / needed.length, parts };
}

function stepsOf(tokens: readonly Token[]): [Token, string][] {
  return tokens.map((token) => [token, DONE]);
}

export function slots(options: Options): Slot[] {
  const needed = musts(options).map(({ token }) => token);
  return [{ type: 'performance', right: needed.length === 0 ? [] : [{ type: 'performance', steps: stepsOf(needed) }], text: '' }];
}

/** Reports an empty list too, so that removed ticks don't stay in the record. */
export function report(options: Options, answer: Answer): Interaction[] {
  if (!Array.isArray(answer)) return [];
  const done = ticked(options, answer);
  const judged = score(options, answer).ratio === 1 ? 'correct' : 'incorrect';
  return [{ response: { type: 'performance', steps: stepsOf(done) }, result: musts(options).length === 0 ? 'neutral' : judged }];
}

export function largest(options: Options): Answer {
  return options.choices.map(({ token }) => token);
}

/** The answer key: the required lines. */
export function solve(options: Options): Answer {
  return musts(options).map(({ token }) => token);
}
