import type { PartVerdict, Score, Token } from '../../src/model/course/activity.ts';
import { scoreOf } from '../../src/model/judging/score.ts';
import type { Interaction, Slot } from '../../src/model/record/interaction.ts';
import type { Options } from './type.ts';

/** The learner's verdict on each statement. */
export type Answer = { readonly [token: Token]: boolean };

/** Right statements / statements; one without an answer is missed. */
export function score(options: Options, answer: Answer | null): Score {
  const parts: Record<Token, PartVerdict> = {};
  for (const { token, right } of options.choices) {
    const chosen = answer?.[token];
    parts[token] = typeof chosen !== 'boolean' ? 'missed' : chosen === right ? 'right' : 'wrong';
  }
  return scoreOf(parts);
}

export function slots(options: Options): Slot[] {
  return options.choices.map(({ token, right, text }) => ({
    part: token,
    type: 'true-false',
    right: [{ type: 'true-false', value: right }],
    text: text.slice(0, 250),
  }));
}

export function report(options: Options, answer: Answer): Interaction[] {
  return options.choices.flatMap(({ token, right }): Interaction[] => {
    const value = answer[token];
    if (typeof value !== 'boolean') return [];
    return [{ part: token, response: { type: 'true-false', value }, result: value === right ? 'correct' : 'incorrect' }];
  });
}

export function largest(options: Options): Answer {
  return Object.fromEntries(options.choices.map(({ token }, index) => [token, index % 2 === 0]));
}

/** The answer key. */
export function solve(options: Options): Answer {
  return Object.fromEntries(options.choices.map(({ token, right }) => [token, right]));
}
