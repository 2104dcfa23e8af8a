import { answerText, clock, type Dialect, decimal, type Formats, oneLine, patternTexts } from './formats.ts';
import { limits12 } from './limits.ts';

/** What is longer was to be split by `pieces`: a field of 255 characters is never refused whole. */
const fitting = (text: string): string => text.slice(0, limits12.text).replace(/[\ud800-\udbff]$/, '');

const dialect: Dialect = {
  and: ',',
  pair: '.',
  yes: 't',
  no: 'f',
  text: oneLine,
  step: oneLine,
  // There is no format for a range: it is written for the reader of the report.
  range: (min, max) => (min === max ? min : `${min}:${max}`),
};

const two = (count: number): string => String(count).padStart(2, '0');

/** SCORM 1.2's texts (RTE 3.4.3, 3.4.4), at most 255 characters each. */
export const formats12: Formats = {
  response: 'student_response',
  time: 'time',
  typeOf: ({ type }) => type.replace('long-', ''),
  answer: (response) => fitting(answerText(response, dialect)),
  patterns: (slot) => patternTexts(slot, dialect).map(fitting),
  result: (result) => (result === 'incorrect' ? 'wrong' : result),
  weight: (points) => decimal(Math.min(points, 100)),
  /** The time of day where the learner is. */
  moment: (time) => new Date(time || 0).toTimeString().slice(0, 8),
  span(seconds) {
    const [hours, minutes, tenths] = clock(seconds);
    return `${two(hours).padStart(4, '0')}:${two(minutes)}:${two(Math.floor(tenths / 10))}.${tenths % 10}`;
  },
};
