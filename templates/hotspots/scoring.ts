import type { Score, Token } from '../../src/model/course/activity.ts';
import { tickedScore } from '../../src/model/judging/score.ts';
import type { Interaction, Slot } from '../../src/model/record/interaction.ts';
import type { Options } from './type.ts';

/** The chosen places, or those opened so far. */
export type Answer = readonly Token[];

function chosen({ cards }: Options, answer: Answer | null): Token[] {
  if (!Array.isArray(answer)) return [];
  return cards.map(({ token }) => token).filter((token) => answer.includes(token));
}

/** For a question: max(0, right chosen − wrong chosen) / right. Otherwise any answer has the full ratio. */
export function score(options: Options, answer: Answer | null): Score {
  if (!options.asks) return { ratio: Array.isArray(answer) ? 1 : 0, parts: {} };
  const mine = chosen(options, answer);
  return tickedScore(options.cards, (token) => mine.includes(token));
}

export function slots(options: Options): Slot[] {
  return options.asks ? [{ type: 'choice', right: [{ type: 'choice', tokens: solve(options) }], text: '' }] : [];
}

export function report(options: Options, answer: Answer): Interaction[] {
  const tokens = chosen(options, answer);
  if (!options.asks || tokens.length === 0) return [];
  return [{ response: { type: 'choice', tokens }, result: score(options, answer).ratio === 1 ? 'correct' : 'incorrect' }];
}

export function largest({ cards }: Options): Answer {
  return cards.map(({ token }) => token);
}

/** The answer key. */
export function solve({ cards }: Options): Answer {
  return cards.filter(({ right }) => right).map(({ token }) => token);
}
