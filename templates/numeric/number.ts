import { type AcceptedLine, worthOf } from '../../src/model/judging/accepted.ts';
import { readNumber } from '../../src/model/judging/typed-answer.ts';

/** Expected numbers. */
interface Asked<Line extends AcceptedLine = AcceptedLine> {
  readonly answer?: number;
  /** Largest accepted difference from `answer`, inclusive. */
  readonly tolerance: number;
  readonly unit?: string;
  readonly choices: readonly Line[];
}

/** Numbers between two bounds, inclusive. */
export interface Range {
  readonly min: number;
  readonly max: number;
  /** The numbers that its author wrote, without a tolerance. */
  readonly shown: readonly number[];
}

/** Largest number of characters of the field. */
export const LIMIT = 24;

/** Rounds to twelve digits, which hides errors of binary fractions (0,3 − 0,1). */
function rounded(value: number): number {
  return Number(value.toPrecision(12));
}

function around(value: number, tolerance: number): Range {
  return { min: rounded(value - tolerance), max: rounded(value + tolerance), shown: [value] };
}

/** Reads `3`, `3 ± 0,2` (also `+-`, `+/-`) or `3..4`; null if it is none of these. */
export function rangeIn(text: string, unit?: string): Range | null {
  const isRange = text.includes('..');
  const [one = '', other = '0', ...more] = text.split(isRange ? '..' : /±|\+\/?[-−]/);
  const [first, second] = [readNumber(one, unit), readNumber(other, unit)];
  if (first === null || second === null || more.length > 0) return null;
  if (!isRange) return second < 0 ? null : around(first, second);
  return first > second ? null : { min: rounded(first), max: rounded(second), shown: [first, second] };
}

/** A range, the share of the points that it is worth, and its line; none for `answer`. */
interface Worth<Line> {
  readonly range: Range;
  readonly worth: number;
  readonly line?: Line;
}

/** Lists the ranges, in the order in which they are compared. */
function worths<Line extends AcceptedLine>({ answer, tolerance, unit, choices }: Asked<Line>): Worth<Line>[] {
  return [
    ...(answer === undefined ? [] : [{ range: around(answer, tolerance), worth: 1 }]),
    ...choices.flatMap((line) => {
      const range = rangeIn(line.text, unit);
      return range ? [{ range, worth: worthOf(line), line }] : [];
    }),
  ];
}

/** Lists the ranges that are accepted. @param least smallest share of the points, above 0 */
export function accepted(options: Asked, least: number): Range[] {
  return worths(options).flatMap(({ range, worth }) => (worth >= least ? range : []));
}

/** Parses the typed number, null if it isn't one. */
export function numberOf({ unit }: Pick<Asked, 'unit'>, answer: string | null): number | null {
  const value = typeof answer === 'string' ? readNumber(answer, unit) : null;
  return value === null ? null : rounded(value);
}

/** Finds the first range that contains a typed number. */
export function found<Line extends AcceptedLine>(options: Asked<Line>, answer: string | null): Worth<Line> | undefined {
  const value = numberOf(options, answer);
  return value === null ? undefined : worths(options).find(({ range: { min, max } }) => value >= min && value <= max);
}
