import type { PartVerdict, Score, Token } from '../../src/model/activity.ts';
import type { Interaction, Slot } from '../../src/model/interaction.ts';
import { scoreOf } from '../../src/model/score.ts';

export interface Blank {
  readonly token: Token;
  /** Token of the blank that first had this answer. */
  readonly answer: Token;
  readonly text: string;
}

export interface Options {
  /** In the order of the table; none: the table is only read. */
  readonly blanks: readonly Blank[];
  readonly rows: readonly { readonly text: string }[];
  readonly asks: boolean;
}

/** The answer chosen for each blank; those without one are left out. */
export type Answer = { readonly [blank: Token]: Token };

/** What there is to choose from, each once. */
export function choicesOf({ blanks }: Options): Blank[] {
  return blanks.filter(({ token, answer }) => token === answer);
}

export function givenTo(options: Options, answer: Answer | null, blank: Token): Token | undefined {
  return choicesOf(options).find(({ token }) => token === answer?.[blank])?.token;
}

/** Right blanks / blanks; one without an answer is missed. A table that is only read is done once it was shown. */
export function score(options: Options, answer: Answer | null): Score {
  if (!options.asks) return { ratio: answer === null ? 0 : 1, parts: {} };
  const parts: Record<Token, PartVerdict> = {};
  for (const { token, answer: right } of options.blanks) {
    const given = givenTo(options, answer, token);
    parts[token] = given === undefined ? 'missed' : given === right ? 'right' : 'wrong';
  }
  return scoreOf(parts);
}

export function slots({ blanks, asks }: Options): Slot[] {
  if (!asks) return [];
  return [{ type: 'matching', right: [{ type: 'matching', pairs: blanks.map(({ token, answer }) => [token, answer]) }], text: '' }];
}

export function report(options: Options, answer: Answer): Interaction[] {
  const pairs = options.blanks.flatMap(({ token }): [Token, Token][] => {
    const given = givenTo(options, answer, token);
    return given === undefined ? [] : [[token, given]];
  });
  if (pairs.length === 0) return [];
  return [{ response: { type: 'matching', pairs }, result: score(options, answer).ratio === 1 ? 'correct' : 'incorrect' }];
}

export function largest(options: Options): Answer {
  const choices = choicesOf(options);
  return Object.fromEntries(options.blanks.map(({ token }, index) => [token, choices[(index * 7 + 3) % choices.length]?.token ?? token]));
}

/** The answer key. */
export function solve({ blanks }: Options): Answer {
  return Object.fromEntries(blanks.map(({ token, answer }) => [token, answer]));
}
