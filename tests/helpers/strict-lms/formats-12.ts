import type { Settings } from './types.ts';
import { accept, type Format, matching, oneOf, refuse } from './verdict.ts';

/** Error 405, "incorrect data type": 1.2 has no other code for a value (RTE 3.3.2). */
const badType = 405;

/** CMIIdentifier's and CMIString255's length (RTE 3.4.3); responses share it in Moodle. */
export const shortString = 255;
/** CMIString4096's length. */
export const longString = 4096;

// ADL parses with Double.parseDouble, hence the exponent: `1e1` is a score in ADL and in Moodle.
const decimalNumber = /^[+-]?(?:\d+\.?\d*|\.\d+)(?:[eE][+-]?\d+)?$/;

/** CMIString of a length; longer is 405 (RTE 3.4.3). */
export function text12(limit: number): Format {
  return (value) => (value.length <= limit ? accept(value) : refuse(badType));
}

/** CMIDecimal within a range, both ends included (RTE 3.4.3). */
export function decimal12(min = Number.NEGATIVE_INFINITY, max = Number.POSITIVE_INFINITY): Format {
  return (value) => {
    const number = Number(value);
    return decimalNumber.test(value) && number >= min && number <= max ? accept(value) : refuse(badType);
  };
}

/** score.raw, min, max: 0–100 or empty (RTE 3.4.4: "CMIDecimal or CMIBlank", normalised to 100). */
export const score12: Format = (value) => (value === '' ? accept(value) : decimal12(0, 100)(value));

/** CMISInteger within a range: the student preferences (RTE 3.4.4). */
export function integer12(min: number, max: number): Format {
  return (value) => (/^[+-]?\d+$/.test(value) ? decimal12(min, max)(value) : refuse(badType));
}

/** CMITimespan: HHHH:MM:SS.SS, hours of 2–4 digits, at most 2 decimals; minutes up to 99 (RTE 3.4.3). */
export const timespan12 = matching(/^\d{2,4}:\d\d:\d\d(?:\.\d{1,2})?$/, badType);

/** CMITime: HH:MM:SS[.SS], a time of day (RTE 3.4.3). */
export const time12 = matching(/^(?:[01]\d|2[0-3]):[0-5]\d:[0-5]\d(?:\.\d{1,2})?$/, badType);

/** CMIIdentifier: 1–255 characters without blanks (RTE 3.4.3); Moodle insists on ASCII (moodle.md 23). */
export function identifier12(settings: Settings): Format {
  return matching(settings.moodle ? /^[\x21-\x7e]{1,255}$/ : /^\S{1,255}$/, badType);
}

export const lessonStatus12 = oneOf('passed|completed|failed|incomplete|browsed', badType);
export const objectiveStatus12 = oneOf('passed|completed|failed|incomplete|browsed|not attempted', badType);
/** `normal` is 2004's. */
export const exit12 = oneOf('time-out|suspend|logout|', badType);
export const interactionType12 = oneOf('true-false|choice|fill-in|matching|performance|sequencing|likert|numeric', badType);

const resultWord = oneOf('correct|wrong|unanticipated|neutral', badType);
/** `wrong`, as opposed to `incorrect` in 2004; or any number (RTE 3.4.4). */
export const result12: Format = (value) => (resultWord(value).error === 0 ? accept(value) : decimal12()(value));

/**
 * student_response and pattern, CMIFeedback. ADL checks nothing here and accepts any length, so a longer one is
 * only marked; Moodle refuses beyond its string limit.
 */
export function feedback12(settings: Settings): Format {
  return (value) => {
    const overlong = value.length > settings.string;
    return overlong && settings.moodle ? refuse(badType) : accept(value, overlong);
  };
}
