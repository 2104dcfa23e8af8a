import type { Pattern, Response, Result, Slot } from '../record/interaction.ts';

/** Conversions from values to the text formats of a standard. */
export interface Formats {
  /** Names of the two fields that differ. */
  readonly response: string;
  readonly time: string;
  /** Returns the interaction type. `response` decides if one type can't hold every answer. */
  typeOf(slot: Slot, response?: Response): string;
  answer(response: Response): string;
  /** Returns the alternative right answers, without those that the standard can't express. */
  patterns(slot: Slot): string[];
  result(result: Result): string;
  weight(points: number): string;
  /** @param time milliseconds since 1970 */
  moment(time: number): string;
  /** @param seconds negative counts as 0 */
  span(seconds: number): string;
  /** Puts the question on one line; absent if the standard has no field for it. */
  description?(text: string): string;
}

/** Delimiters and value formats of an answer's text. */
export interface Dialect {
  readonly and: string;
  readonly pair: string;
  readonly yes: string;
  readonly no: string;
  text(text: string): string;
  step(text: string): string;
  range(min: string, max: string): string;
}

/** Formats a number so that every LMS can read it: at most four decimals, a point, no exponent. */
export function decimal(value: number): string {
  const bound = Math.max(-1e15, Math.min(value || 0, 1e15));
  return String(Math.round(bound * 1e4) / 1e4 || 0);
}

/**
 * Puts a text on one line, with ` ¶ ` for line ends. Control characters, lone surrogates and the two non-characters forbidden in
 * XML become spaces. An LMS that URL-encodes its data throws on a lone surrogate.
 */
export function oneLine(text: string): string {
  return text.replace(/\r\n?|[\n\u2028\u2029]/g, ' ¶ ').replace(/[\p{Cc}\p{Cs}\uFFFE\uFFFF]/gu, ' ');
}

/** Splits seconds into hours, whole minutes and tenths of a second; at most 9999:59:59.9, the maximum of 1.2 (RTE 3.4.3). */
export function clock(seconds: number): readonly [hours: number, minutes: number, tenths: number] {
  const tenths = Math.min(Math.max(Math.round(seconds * 10) || 0, 0), 359_999_999);
  return [Math.floor(tenths / 36_000), Math.floor(tenths / 600) % 60, tenths % 600];
}

/** Parses a duration from an LMS to seconds, `0000:01:30.5` or `P1DT2H1M30.5S`; undefined if invalid. Moodle writes zero as `P`. */
export function secondsOf(span: string): number | undefined {
  const found = /^(?:P(?:(\d+)D)?(?:T(?:(\d+)H)?(?:(\d+)M)?(?:([\d.]+)S)?)?|(\d+):(\d+):([\d.]+))$/.exec(span)?.slice(1);
  const units = [86_400, 3600, 60, 1, 3600, 60, 1];
  return found && units.reduce((sum, unit, index) => sum + unit * Number(found[index] ?? 0), 0);
}

/** Formats a response or a right answer as text; '' for an empty list. */
export function answerText(answer: Response | Pattern, { and, pair, ...dialect }: Dialect): string {
  const list = (items: readonly string[]): string => [...new Set(items)].join(and);
  switch (answer.type) {
    case 'true-false':
      return answer.value ? dialect.yes : dialect.no;
    case 'choice':
    case 'sequencing':
      return list(answer.tokens);
    case 'matching':
      return list(answer.pairs.map((halves) => halves.join(pair)));
    case 'performance':
      return list(answer.steps.map(([token, text]) => token + pair + dialect.step(text)));
    case 'numeric':
      return 'value' in answer ? decimal(answer.value) : dialect.range(decimal(answer.min), decimal(answer.max));
    case 'likert':
      return answer.token;
    default:
      return dialect.text(answer.text);
  }
}

/** Returns the texts of the right answers: non-empty, without duplicates, at most ten. */
export function patternTexts(slot: Slot, dialect: Dialect): string[] {
  return [...new Set(slot.right.map((right) => answerText(right, dialect).trim()))].filter(Boolean).slice(0, 10);
}
