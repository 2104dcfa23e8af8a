import type { PartVerdict, Score, Token } from '../../src/model/course/activity.ts';
import { scoreOf } from '../../src/model/judging/score.ts';
import type { Interaction, Slot } from '../../src/model/record/interaction.ts';
import type { Options } from './type.ts';

/** A line of the author's list. */
type Line = Options['choices'][number];

/** The lines ticked. */
export type Answer = readonly Token[];

/** Is a line ticked? Another type may once have had this id: its answer is none. */
export function isTicked(answer: Answer | null, token: Token): boolean {
  return Array.isArray(answer) && answer.includes(token);
}

/** Lines that are as they should be, ticked or not / lines. No answer scores 0. */
export function score(options: Options, answer: Answer | null): Score {
  const parts: Record<Token, PartVerdict> = {};
  for (const { token, right } of options.choices) {
    const ticked = isTicked(answer, token);
    parts[token] = ticked === right ? 'right' : ticked ? 'wrong' : 'missed';
  }
  return Array.isArray(answer) ? scoreOf(parts) : { ratio: 0, parts };
}

function tokens(options: Options, keep: (line: Line) => boolean): Token[] {
  return options.choices.filter(keep).map((line) => line.token);
}

/** What the LMS is told of: one interaction. A type with several questions has one for each, named by `part`. */
export function slots(options: Options): Slot[] {
  return [{ type: 'choice', right: [{ type: 'choice', tokens: solve(options) }], text: '' }];
}

/** The answer as the LMS is told of it. Tokens of lines that are gone from the text are left out. */
export function report(options: Options, answer: Answer): Interaction[] {
  const ticked = tokens(options, (line) => isTicked(answer, line.token));
  if (ticked.length === 0) return [];
  return [{ response: { type: 'choice', tokens: ticked }, result: score(options, answer).ratio === 1 ? 'correct' : 'incorrect' }];
}

/** The answer that takes the most room in saved state. */
export function largest(options: Options): Answer {
  return tokens(options, () => true);
}

/** The answer key. */
export function solve(options: Options): Answer {
  return tokens(options, (line) => line.right);
}
