import type { PartVerdict, Score, Token } from '../../src/model/course/activity.ts';
import { scoreOf } from '../../src/model/judging/score.ts';
import type { Interaction, Slot } from '../../src/model/record/interaction.ts';
import type { Options } from './type.ts';

/** Steps in the learner's order. */
export type Answer = readonly Token[];

/** Lists the steps of an answer that still exist, each once. */
function known({ steps }: Options, answer: Answer | null): Token[] {
  const given: readonly unknown[] = Array.isArray(answer) ? answer : [];
  return [...new Set(given)].filter((token): token is Token => steps.some((step) => step.token === token));
}

/** Returns the share of steps at their right position. A step that is not in the answer is missed. */
export function score(options: Options, answer: Answer | null): Score {
  const given = known(options, answer);
  const parts: Record<Token, PartVerdict> = {};
  options.steps.forEach(({ token }, index) => {
    parts[token] = !given.includes(token) ? 'missed' : given[index] === token ? 'right' : 'wrong';
  });
  return scoreOf(parts);
}

export function slots({ steps }: Options): Slot[] {
  return [{ type: 'sequencing', right: [{ type: 'sequencing', tokens: steps.map((step) => step.token) }], text: '' }];
}

export function report(options: Options, answer: Answer): Interaction[] {
  const tokens = known(options, answer);
  if (tokens.length === 0) return [];
  return [{ response: { type: 'sequencing', tokens }, result: score(options, answer).ratio === 1 ? 'correct' : 'incorrect' }];
}

export function largest({ steps }: Options): Answer {
  return steps.map((step) => step.token).reverse();
}

/** Returns the answer key. */
export function solve({ steps }: Options): Answer {
  return steps.map((step) => step.token);
}
