import type { PartVerdict, Score, Token } from '../../src/model/course/activity.ts';
import { scoreOf } from '../../src/model/judging/score.ts';
import { answerLimit, costliestText, isAccepted } from '../../src/model/judging/typed-answer.ts';
import type { Interaction, Slot } from '../../src/model/record/interaction.ts';
import type { Options } from './type.ts';

type Blank = Options['blanks'][number];

/** Content of each blank; empty ones are left out. */
export type Answer = { readonly [token: Token]: string };

function typed(answer: Answer | null, token: Token): string {
  const text = answer?.[token];
  return typeof text === 'string' ? text.trim() : '';
}

function isRight(options: Options, blank: Blank, text: string): boolean {
  return isAccepted(text, blank.accepted, options.accents === 'strict');
}

/** Right blanks / blanks; an empty one is missed. */
export function score(options: Options, answer: Answer | null): Score {
  const parts: Record<Token, PartVerdict> = {};
  for (const blank of options.blanks) {
    const text = typed(answer, blank.token);
    parts[blank.token] = text === '' ? 'missed' : isRight(options, blank, text) ? 'right' : 'wrong';
  }
  return scoreOf(parts);
}

/** Largest number of characters of a typed blank: the same for all, so that it reveals nothing. */
export function limitOf(options: Options): number {
  return answerLimit(options.blanks.flatMap((blank) => blank.accepted));
}

export function slots(options: Options): Slot[] {
  return options.blanks.map(({ token, accepted, text }) => ({
    part: token,
    type: 'fill-in',
    right: accepted.map((answer) => ({ type: 'fill-in', text: answer })),
    text: text.slice(0, 250),
  }));
}

export function report(options: Options, answer: Answer): Interaction[] {
  return options.blanks.flatMap((blank): Interaction[] => {
    const text = typed(answer, blank.token);
    if (text === '') return [];
    return [{ part: blank.token, response: { type: 'fill-in', text }, result: isRight(options, blank, text) ? 'correct' : 'incorrect' }];
  });
}

export function largest(options: Options): Answer {
  const longest = (options.words ?? []).reduce((one, other) => (other.length > one.length ? other : one), '');
  const limit = limitOf(options);
  return Object.fromEntries(options.blanks.map(({ token, text }) => [token, longest || costliestText(limit, token + text)]));
}

/** The answer key. */
export function solve(options: Options): Answer {
  return Object.fromEntries(options.blanks.map(({ token, accepted }) => [token, accepted[0] ?? '']));
}
