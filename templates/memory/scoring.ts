import type { PartVerdict, Score, Token } from '../../src/model/course/activity.ts';
import { scoreOf } from '../../src/model/judging/score.ts';
import type { Interaction, Slot } from '../../src/model/record/interaction.ts';
import type { Options } from './type.ts';

export type Pair = Options['pairs'][number];

/** The found pairs. */
export type Answer = readonly Token[];

export function foundIn({ pairs }: Options, answer: Answer | null): Token[] {
  if (!Array.isArray(answer)) return [];
  return pairs.map(({ token }) => token).filter((token) => answer.includes(token));
}

/** Pairs found / pairs. */
export function score(options: Options, answer: Answer | null): Score {
  const found = foundIn(options, answer);
  return scoreOf(
    Object.fromEntries(options.pairs.map(({ token }): [Token, PartVerdict] => [token, found.includes(token) ? 'right' : 'missed'])),
  );
}

function matched(tokens: readonly Token[]): [Token, Token][] {
  return tokens.map((token) => [token, token]);
}

export function slots(options: Options): Slot[] {
  return [{ type: 'matching', right: [{ type: 'matching', pairs: matched(solve(options)) }], text: '' }];
}

/** Reports also that no pair was found. If all found pairs were removed from the text, the LMS keeps its record. */
export function report(options: Options, answer: Answer): Interaction[] {
  const found = foundIn(options, answer);
  if (found.length === 0 && (!Array.isArray(answer) || answer.length > 0)) return [];
  const result = found.length === options.pairs.length ? 'correct' : 'incorrect';
  return [{ response: { type: 'matching', pairs: matched(found) }, result }];
}

export function largest(options: Options): Answer {
  return solve(options);
}

/** The answer key. */
export function solve({ pairs }: Options): Answer {
  return pairs.map(({ token }) => token);
}
