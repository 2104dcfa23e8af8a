import type { PartVerdict, Score, Token } from '../../src/model/course/activity.ts';
import { scoreOf } from '../../src/model/judging/score.ts';
import type { Interaction, Slot } from '../../src/model/record/interaction.ts';
import type { Options } from './type.ts';

/** The label of each spot; spots without one are left out. */
export type Answer = { readonly [spot: Token]: Token };

/** Finds the label of a spot, if it still exists. */
export function labelOn({ labels }: Options, answer: Answer | null, spot: Token): Token | undefined {
  return labels.find(({ token }) => token === answer?.[spot])?.token;
}

/** Right labels / spots; a spot without one is missed. */
export function score(options: Options, answer: Answer | null): Score {
  const parts: Record<Token, PartVerdict> = {};
  for (const { token, label } of options.spots) {
    const given = labelOn(options, answer, token);
    parts[token] = given === undefined ? 'missed' : given === label ? 'right' : 'wrong';
  }
  return scoreOf(parts);
}

export function slots({ spots }: Options): Slot[] {
  return [{ type: 'matching', right: [{ type: 'matching', pairs: spots.map(({ token, label }) => [token, label]) }], text: '' }];
}

export function report(options: Options, answer: Answer): Interaction[] {
  const pairs = options.spots.flatMap(({ token }): [Token, Token][] => {
    const label = labelOn(options, answer, token);
    return label === undefined ? [] : [[token, label]];
  });
  if (pairs.length === 0) return [];
  return [{ response: { type: 'matching', pairs }, result: score(options, answer).ratio === 1 ? 'correct' : 'incorrect' }];
}

export function largest({ spots, labels }: Options): Answer {
  return Object.fromEntries(spots.map(({ token }, index) => [token, labels[(index * 7 + 3) % labels.length]?.token ?? token]));
}

/** The answer key. */
export function solve({ spots }: Options): Answer {
  return Object.fromEntries(spots.map(({ token, label }) => [token, label]));
}
