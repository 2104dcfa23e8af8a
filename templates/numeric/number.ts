import { readNumber } from '../../src/model/judging/typed-answer.ts';

/** Expected number. */
interface Asked {
  readonly answer: number;
  /** Largest accepted difference, inclusive. */
  readonly tolerance: number;
  readonly unit?: string;
}

/** Largest number of characters of the field. */
export const LIMIT = 24;

/** Rounds to twelve digits, which hides errors of binary fractions (0,3 − 0,1). */
function rounded(value: number): number {
  return Number(value.toPrecision(12));
}

export function range({ answer, tolerance }: Asked): { min: number; max: number } {
  return { min: rounded(answer - tolerance), max: rounded(answer + tolerance) };
}

/** Parses the typed number, null if it isn't one. */
export function numberOf(options: Asked, answer: string | null): number | null {
  const value = typeof answer === 'string' ? readNumber(answer, options.unit) : null;
  return value === null ? null : rounded(value);
}

export function isRight(options: Asked, answer: string | null): boolean {
  const value = numberOf(options, answer);
  const { min, max } = range(options);
  return value !== null && value >= min && value <= max;
}
