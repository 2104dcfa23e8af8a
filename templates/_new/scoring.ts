import type { PartVerdict, Score, Token } from '../../src/model/course/activity.ts';
import { scoreOf } from '../../src/model/judging/score.ts';
import type { Interaction, Slot } from '../../src/model/record/interaction.ts';
import type { Options } from './type.ts';

/** A line of the author's list. */
type Line = Options['choices'][number];

/** Tokens of the ticked lines. */
export type Answer = readonly Token[];

/** Tests whether a line is ticked. An answer of another type, which had this id earlier, counts as none. */
export function isTicked(answer: Answer | null, token: Token): boolean {
  return Array.isArray(answer) && answer.includes(token);
}

/** Returns the share of lines that are rightly ticked or rightly left empty. No answer scores 0. */
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

/** Lists what the LMS records: one interaction. A type with several questions has one for each, named by `part`. */
export function slots(options: Options): Slot[] {
  return [{ type: 'choice', right: [{ type: 'choice', tokens: solve(options) }], text: '' }];
}

/** Returns the answer as the LMS gets it, without tokens of deleted lines. */
export function report(options: Options, answer: Answer): Interaction[] {
  const ticked = tokens(options, (line) => isTicked(answer, line.token));
  if (ticked.length === 0) return [];
  return [{ response: { type: 'choice', tokens: ticked }, result: score(options, answer).ratio === 1 ? 'correct' : 'incorrect' }];
}

/** Returns the answer that takes the most space in saved state. */
export function largest(options: Options): Answer {
  return tokens(options, () => true);
}

/** Returns the answer key. */
export function solve(options: Options): Answer {
  return tokens(options, (line) => line.right);
}
