import type { Score, Token } from '../../src/model/course/activity.ts';
import { tickedScore } from '../../src/model/judging/score.ts';
import type { Interaction, Slot } from '../../src/model/record/interaction.ts';
import type { Options } from './type.ts';

type Choice = Options['choices'][number];

/** Tokens of the ticked choices. */
export type Answer = readonly Token[];

function isTicked(answer: Answer | null, token: Token): boolean {
  return Array.isArray(answer) && answer.includes(token);
}

/** Returns partial credit (`tickedScore`). */
export function score(options: Options, answer: Answer | null): Score {
  return tickedScore(options.choices, (token) => isTicked(answer, token));
}

function tokens(options: Options, keep: (choice: Choice) => boolean): Token[] {
  return options.choices.filter(keep).map((choice) => choice.token);
}

export function slots(options: Options): Slot[] {
  return [{ type: 'choice', right: [{ type: 'choice', tokens: tokens(options, (choice) => choice.right) }], text: '' }];
}

export function report(options: Options, answer: Answer): Interaction[] {
  const ticked = tokens(options, (choice) => isTicked(answer, choice.token));
  if (ticked.length === 0) return [];
  const result = score(options, answer).ratio === 1 ? 'correct' : 'incorrect';
  return [{ response: { type: 'choice', tokens: ticked }, result }];
}

export function largest(options: Options): Answer {
  const all = tokens(options, () => true);
  if (options.multiple) return all;
  return all.reduce<Token[]>((longest, token) => (token.length > (longest[0] ?? '').length ? [token] : longest), []);
}

/** Returns the answer key. */
export function solve(options: Options): Answer {
  return tokens(options, (choice) => choice.right);
}
