import type { Score } from '../../src/model/course/activity.ts';
import { fits, withoutStars, worthOf } from '../../src/model/judging/accepted.ts';
import { answerLimit, costliestText } from '../../src/model/judging/typed-answer.ts';
import type { Interaction, Slot } from '../../src/model/record/interaction.ts';
import type { Options } from './type.ts';

/** An accepted answer or an expected mistake, with what the author says of it. */
type Line = Options['choices'][number];

export type Answer = string;

function isStrict({ accents }: Options): boolean {
  return accents === 'strict';
}

/** Finds what a text fits first: `full` for one of `answer`, else a line. Mistakes in accents are mistakes even where accents count. */
function found(options: Options, typed: Answer): 'full' | Line | undefined {
  const strict = isStrict(options);
  if (options.answer?.some((answer) => fits(typed, answer, strict))) return 'full';
  return options.choices.find((line) => fits(typed, line.text, strict && line.right));
}

function ratioOf(options: Options, answer: Answer | null): number {
  const line = typeof answer === 'string' && found(options, answer);
  return line === 'full' ? 1 : line ? worthOf(line) : 0;
}

export function score(options: Options, answer: Answer | null): Score {
  return { ratio: ratioOf(options, answer), parts: {} };
}

/** Finds the line that a text fits. */
export function lineOf(options: Options, answer: Answer): Line | undefined {
  const line = found(options, answer);
  return line === 'full' ? undefined : line;
}

function accepted({ answer = [], choices }: Options, keep: (line: Line) => boolean): string[] {
  return [...answer, ...choices.filter(keep).map(({ text }) => text)];
}

/** Lists the answers that are worth everything. */
function fullOf(options: Options): string[] {
  return accepted(options, (line) => worthOf(line) === 1);
}

/** Returns the first right answer, to be shown. */
export function keyOf(options: Options): string {
  return withoutStars(fullOf(options)[0] ?? '', '…');
}

/** Largest number of characters of the field. */
export function limitOf(options: Options): number {
  return answerLimit(accepted(options, ({ right }) => right));
}

export function slots(options: Options): Slot[] {
  return [{ type: 'fill-in', right: fullOf(options).map((text) => ({ type: 'fill-in', text: withoutStars(text, '*') })), text: '' }];
}

export function report(options: Options, answer: Answer): Interaction[] {
  if (typeof answer !== 'string' || answer.trim() === '') return [];
  return [{ response: { type: 'fill-in', text: answer.trim() }, result: ratioOf(options, answer) === 1 ? 'correct' : 'incorrect' }];
}

export function largest(options: Options): Answer {
  return costliestText(limitOf(options), fullOf(options).join());
}

/** The answer key: a text for the first right answer that no earlier line takes. */
export function solve(options: Options): Answer {
  const texts = fullOf(options).flatMap((text) => ['', 'x', ' x '].map((any) => withoutStars(text, any).trim()));
  return texts.find((text) => ratioOf(options, text) === 1) ?? '';
}
