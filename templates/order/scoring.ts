import type { Html, PartVerdict, Score, Token } from '../../src/model/activity.ts';
import type { Interaction, Slot } from '../../src/model/interaction.ts';
import { scoreOf } from '../../src/model/score.ts';

export interface Step {
  readonly token: Token;
  readonly feedback?: Html;
}

export interface Options {
  /** In their right order. */
  readonly steps: readonly Step[];
}

/** The steps in the order that the learner gave them. */
export type Answer = readonly Token[];

/** Steps of an answer that still exist, each once. */
function known({ steps }: Options, answer: Answer | null): Token[] {
  const given: readonly unknown[] = Array.isArray(answer) ? answer : [];
  return [...new Set(given)].filter((token): token is Token => steps.some((step) => step.token === token));
}

/** Steps at their place / steps; one that the answer does not hold is missed. */
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

/** The answer key. */
export function solve({ steps }: Options): Answer {
  return steps.map((step) => step.token);
}
