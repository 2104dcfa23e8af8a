import type { Html, Score, Token } from '../../src/model/activity.ts';
import type { Interaction, Slot } from '../../src/model/interaction.ts';
import { tickedScore } from '../../src/model/score.ts';

export interface Choice {
  readonly token: Token;
  readonly right: boolean;
  readonly feedback?: Html;
}

export interface Options {
  readonly choices: readonly Choice[];
  /** Several choices can be ticked. */
  readonly multiple: boolean;
  readonly shuffle: boolean;
}

/** The choices ticked. */
export type Answer = readonly Token[];

function isTicked(answer: Answer | null, token: Token): boolean {
  return Array.isArray(answer) && answer.includes(token);
}

/** Partial credit: max(0, right ticked − wrong ticked) / right. */
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

/** The answer key. */
export function solve(options: Options): Answer {
  return tokens(options, (choice) => choice.right);
}
