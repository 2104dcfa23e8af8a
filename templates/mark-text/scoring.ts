import type { PartVerdict, Score, Token } from '../../src/model/activity.ts';
import type { Interaction, Slot } from '../../src/model/interaction.ts';

export interface Passage {
  readonly token: Token;
  readonly right: boolean;
}

export interface Options {
  /** In the order of the text. */
  readonly passages: readonly Passage[];
}

/** The passages chosen. */
export type Answer = readonly Token[];

function chosen({ passages }: Options, answer: Answer | null): Token[] {
  if (!Array.isArray(answer)) return [];
  return passages.map(({ token }) => token).filter((token) => answer.includes(token));
}

/** Partial credit: max(0, right chosen − wrong chosen) / right. */
export function score(options: Options, answer: Answer | null): Score {
  const mine = chosen(options, answer);
  const parts: Record<Token, PartVerdict> = {};
  for (const { token, right } of options.passages) {
    if (mine.includes(token)) parts[token] = right ? 'right' : 'wrong';
    else if (right) parts[token] = 'missed';
  }
  const count = (verdict: PartVerdict): number => Object.values(parts).filter((part) => part === verdict).length;
  const gained = Math.max(0, count('right') - count('wrong'));
  return { ratio: gained === 0 ? 0 : gained / (count('right') + count('missed')), parts };
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
