import type { Pattern, Response, Result, Slot } from './interaction.ts';

/** A standard's text of each value. */
export interface Formats {
  /** Names of the two fields that differ. */
  readonly response: string;
  readonly time: string;
  /** The type's word. `response` decides where one type can't hold every answer. */
  typeOf(slot: Slot, response?: Response): string;
  answer(response: Response): string;
  /** Right answers, alternatives of each other; what a standard can't say is left out. */
  patterns(slot: Slot): string[];
  result(result: Result): string;
  weight(points: number): string;
  /** @param time milliseconds since 1970 */
  moment(time: number): string;
  /** @param seconds negative counts as 0 */
  span(seconds: number): string;
  /** The question on one line; absent where the standard has no place for it. */
  description?(text: string): string;
}

/** Marks and words of an answer's text. */
export interface Dialect {
  readonly and: string;
  readonly pair: string;
  readonly yes: string;
  readonly no: string;
  text(text: string): string;
  step(text: string): string;
  range(min: string, max: string): string;
}

/** At most four decimals, a point, no exponent: what every LMS reads as a number. */
export function decimal(value: number): string {
  const bound = Math.max(-1e15, Math.min(value || 0, 1e15));
  return String(Math.round(bound * 1e4) / 1e4 || 0);
}

/**
 * A text on one line: ` ¶ ` where a line ended. Control characters, halves of a surrogate pair and the two that no XML may hold become
 * blanks: an LMS that encodes its data as an address throws on a half.
 */
export function oneLine(text: string): string {
  return text.replace(/\r\n?|[\n\u2028\u2029]/g, ' ¶ ').replace(/[\p{Cc}\p{Cs}\uFFFE\uFFFF]/gu, ' ');
}

/** Hours, whole minutes, tenths of a second; at most 9999:59:59.9, the longest that 1.2 can write (RTE 3.4.3). */
export function clock(seconds: number): readonly [hours: number, minutes: number, tenths: number] {
  const tenths = Math.min(Math.max(Math.round(seconds * 10) || 0, 0), 359_999_999);
  return [Math.floor(tenths / 36_000), Math.floor(tenths / 600) % 60, tenths % 600];
}

/** Seconds of a span that an LMS gives, `0000:01:30.5` or `P1DT2H1M30.5S`; Moodle writes no time as `P`. Undefined where it is none. */
export function secondsOf(span: string): number | undefined {
  const found = /^(?:P(?:(\d+)D)?(?:T(?:(\d+)H)?(?:(\d+)M)?(?:([\d.]+)S)?)?|(\d+):(\d+):([\d.]+))$/.exec(span)?.slice(1);
  const units = [86_400, 3600, 60, 1, 3600, 60, 1];
  return found && units.reduce((sum, unit, index) => sum + unit * Number(found[index] ?? 0), 0);
}

/** The text of a response or of a right answer; '' for an empty list. */
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

/** The right answers' texts that say something, each once, ten at most. */
export function patternTexts(slot: Slot, dialect: Dialect): string[] {
  return [...new Set(slot.right.map((right) => answerText(right, dialect).trim()))].filter(Boolean).slice(0, 10);
}
