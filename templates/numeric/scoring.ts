import type { Html, Score, Token } from '../../src/model/activity.ts';
import type { Interaction, Slot } from '../../src/model/interaction.ts';
import { costliestText, readNumber } from '../../src/model/typed-answer.ts';

/** A mistake that the author foresaw. */
export interface Mistake {
  readonly token: Token;
  readonly text: string;
  readonly feedback?: Html;
}

export interface Options {
  readonly answer: number;
  /** How far from it is still right, the bounds included. */
  readonly tolerance: number;
  readonly unit?: string;
  readonly choices: readonly Mistake[];
}

/** What was typed, so that it comes back as it was. */
export type Answer = string;

/** Characters that the field takes. */
export const LIMIT = 24;

/** Twelve digits are more than anyone means; they hide what binary fractions get wrong (0,3 − 0,1). */
function rounded(value: number): number {
  return Number(value.toPrecision(12));
}

function range({ answer, tolerance }: Options): { min: number; max: number } {
  return { min: rounded(answer - tolerance), max: rounded(answer + tolerance) };
}

/** The number typed, null where it is none. */
export function numberOf(options: Options, answer: Answer | null): number | null {
  const value = typeof answer === 'string' ? readNumber(answer, options.unit) : null;
  return value === null ? null : rounded(value);
}

export function isRight(options: Options, answer: Answer | null): boolean {
  const value = numberOf(options, answer);
  const { min, max } = range(options);
  return value !== null && value >= min && value <= max;
}

export function score(options: Options, answer: Answer | null): Score {
  return { ratio: isRight(options, answer) ? 1 : 0, parts: {} };
}

/** The mistake that a number is, if its author foresaw it. */
export function mistakeIn(options: Options, answer: Answer): Mistake | undefined {
  const value = numberOf(options, answer);
  return value === null ? undefined : options.choices.find((mistake) => numberOf(options, mistake.text) === value);
}

export function slots(options: Options): Slot[] {
  return [{ type: 'numeric', right: [{ type: 'numeric', ...range(options) }], text: '' }];
}

export function report(options: Options, answer: Answer): Interaction[] {
  const value = numberOf(options, answer);
  return value === null ? [] : [{ response: { type: 'numeric', value }, result: isRight(options, answer) ? 'correct' : 'incorrect' }];
}

export function largest(options: Options): Answer {
  return costliestText(LIMIT, String(options.answer));
}

/** The answer key. */
export function solve(options: Options): Answer {
  return String(options.answer);
}
