import type { Score, Token } from '../../src/model/course/activity.ts';
import { tickedScore } from '../../src/model/judging/score.ts';
import type { Interaction, Slot } from '../../src/model/record/interaction.ts';
import type { Options } from './type.ts';

/** The chosen passages. */
export type Answer = readonly Token[];

function chosen({ passages }: Options, answer: Answer | null): Token[] {
  if (!Array.isArray(answer)) return [];
  return passages.map(({ token }) => token).filter((token) => answer.includes(token));
}

/** Partial credit: max(0, right chosen − wrong chosen) / right. */
export function score(options: Options, answer: Answer | null): Score {
  const mine = chosen(options, answer);
  return tickedScore(options.passages, (token) => mine.includes(token));
}

export function slots(options: Options): Slot[] {
  return [{ type: 'choice', right: [{ type: 'choice', tokens: solve(options) }], text: '' }];
}

export function report(options: Options, answer: Answer): Interaction[] {
  const tokens = chosen(options, answer);
  if (tokens.length === 0) return [];
  return [{ response: { type: 'choice', tokens }, result: score(options, answer).ratio === 1 ? 'correct' : 'incorrect' }];
}

export function largest({ passages }: Options): Answer {
  return passages.map(({ token }) => token);
}

/** The answer key. */
export function solve({ passages }: Options): Answer {
  return passages.filter(({ right }) => right).map(({ token }) => token);
}
