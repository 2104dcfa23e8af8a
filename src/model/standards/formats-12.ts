import { answerText, clock, type Dialect, decimal, type Formats, oneLine, patternTexts } from './formats.ts';
import { limits12 } from './limits.ts';

/** Cuts a text at 255 characters, so that an LMS doesn't refuse the field. `pieces` should have split longer texts before. */
const fitting = (text: string): string => text.slice(0, limits12.text).replace(/[\ud800-\udbff]$/, '');

const dialect: Dialect = {
  and: ',',
  pair: '.',
  yes: 't',
  no: 'f',
  text: oneLine,
  step: oneLine,
  // 1.2 has no format for a range: this one is for people who read the report.
  range: (min, max) => (min === max ? min : `${min}:${max}`),
};

const two = (count: number): string => String(count).padStart(2, '0');

/** Formats of SCORM 1.2 (RTE 3.4.3, 3.4.4), at most 255 characters each. */
export const formats12: Formats = {
  response: 'student_response',
  time: 'time',
  typeOf: ({ type }) => type.replace('long-', ''),
  answer: (response) => fitting(answerText(response, dialect)),
  patterns: (slot) => patternTexts(slot, dialect).map(fitting),
  result: (result) => (result === 'incorrect' ? 'wrong' : result),
  weight: (points) => decimal(Math.min(points, 100)),
  /** Local time of day. */
  moment: (time) => new Date(time || 0).toTimeString().slice(0, 8),
  span(seconds) {
    const [hours, minutes, tenths] = clock(seconds);
    return `${two(hours).padStart(4, '0')}:${two(minutes)}:${two(Math.floor(tenths / 10))}.${tenths % 10}`;
  },
};
