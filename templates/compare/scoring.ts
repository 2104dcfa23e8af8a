import type { PartVerdict, Score, Token } from '../../src/model/course/activity.ts';
import { scoreOf } from '../../src/model/judging/score.ts';
import type { Interaction, Slot } from '../../src/model/record/interaction.ts';
import type { Options } from './type.ts';

type Blank = Options['blanks'][number];

/** The answer chosen for each blank; blanks without one are left out. */
export type Answer = { readonly [blank: Token]: Token };

/** Lists the choices, each once. */
export function choicesOf({ blanks }: Options): Blank[] {
  return blanks.filter(({ token, answer }) => token === answer);
}

export function givenTo(options: Options, answer: Answer | null, blank: Token): Token | undefined {
  return choicesOf(options).find(({ token }) => token === answer?.[blank])?.token;
}

/** Right blanks / blanks; one without an answer is missed. A read-only table is done once it was shown. */
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
