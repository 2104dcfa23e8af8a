import type { PartVerdict, Score, Token } from '../../src/model/course/activity.ts';
import { scoreOf } from '../../src/model/judging/score.ts';
import type { Interaction, Slot } from '../../src/model/record/interaction.ts';
import type { Options } from './type.ts';

type Pair = Options['pairs'][number];

/** Target of each left cell. Cells without a target are missing. */
export type Answer = { readonly [pair: Token]: Token };

function asked({ pairs }: Options): Pair[] {
  return pairs.filter((pair) => pair.left !== undefined);
}

/** Finds the target chosen for a pair, if it still exists. */
function given({ targets }: Options, answer: Answer | null, { token }: Pair): Token | undefined {
  return targets.find((target) => target.token === answer?.[token])?.token;
}

/** Returns the share of right pairs. A pair without a target is missed. */
export function score(options: Options, answer: Answer | null): Score {
  const parts: Record<Token, PartVerdict> = {};
  for (const pair of asked(options)) {
    const target = given(options, answer, pair);
    parts[pair.token] = target === undefined ? 'missed' : target === pair.target ? 'right' : 'wrong';
  }
  return scoreOf(parts);
}

export function slots(options: Options): Slot[] {
  return [{ type: 'matching', right: [{ type: 'matching', pairs: asked(options).map(({ token, target }) => [token, target]) }], text: '' }];
}

export function report(options: Options, answer: Answer): Interaction[] {
  const pairs = asked(options).flatMap((pair): [Token, Token][] => {
    const target = given(options, answer, pair);
    return target === undefined ? [] : [[pair.token, target]];
  });
  if (pairs.length === 0) return [];
  return [{ response: { type: 'matching', pairs }, result: score(options, answer).ratio === 1 ? 'correct' : 'incorrect' }];
}

export function largest(options: Options): Answer {
  const { targets } = options;
  return Object.fromEntries(asked(options).map(({ token }, index) => [token, targets[(index * 7 + 3) % targets.length]?.token ?? token]));
}

/** Returns the answer key. */
export function solve(options: Options): Answer {
  return Object.fromEntries(asked(options).map(({ token, target }) => [token, target]));
}
