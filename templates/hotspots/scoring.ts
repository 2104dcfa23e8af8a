import type { Html, Score, Token } from '../../src/model/activity.ts';
import type { Interaction, Slot } from '../../src/model/interaction.ts';
import { tickedScore } from '../../src/model/score.ts';

export interface Spot {
  readonly token: Token;
  /** Percent of the picture's width and height, from its upper left corner. */
  readonly x: number;
  readonly y: number;
  readonly right: boolean;
  readonly feedback?: Html;
}

export interface Options {
  readonly cards: readonly Spot[];
  /** The right places are to be chosen; else they are only opened. */
  readonly asks: boolean;
}

/** The places chosen, or opened so far. */
export type Answer = readonly Token[];

function chosen({ cards }: Options, answer: Answer | null): Token[] {
  if (!Array.isArray(answer)) return [];
  return cards.map(({ token }) => token).filter((token) => answer.includes(token));
}

/** A question: max(0, right chosen − wrong chosen) / right. Else any answer is a full one. */
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
