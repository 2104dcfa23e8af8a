import type { Pattern, Response } from '../record/interaction.ts';
import { answerText, clock, type Dialect, decimal, type Formats, oneLine, patternTexts } from './formats.ts';
import { limits2004 } from './limits.ts';

/** Returns the text, or as many whole words as fit, followed by `…`. */
function cut(text: string, limit: number): string {
  if (text.length <= limit) return text;
  const start = text.slice(0, limit);
  const word = start.lastIndexOf(' ');
  return `${start.slice(0, word > limit / 2 ? word : -1).replace(/[\s\ud800-\udbff]+$/, '')}…`;
}

/** Puts a zero-width space before a leading brace, which would be read as `{lang=…}`. */
const braced = (text: string): string => (/^\s*\{/.test(text) ? `\u200b${text}` : text);

const dialect: Dialect = {
  and: '[,]',
  pair: '[.]',
  yes: 'true',
  no: 'false',
  text: (text) => braced(cut(oneLine(text), limits2004.text)),
  // Moodle accepts only a token here, and no hyphen (moodle.md 24). scorm-again refuses an empty half.
  step: (text) => text.replace(/[^\w.]+/g, '_').slice(0, 250) || '_',
  // A range is required even for a single right number. Moodle refuses open ends.
  range: (min, max) => `${min}[:]${max}`,
};

/** Values for an empty list: Moodle refuses one, and leaving it out would keep an earlier answer. */
const none: { readonly [type in Response['type']]?: string } = {
  choice: '_',
  sequencing: '_',
  matching: '_[.]_',
  performance: '_[.]_',
};

/** Returns true for numbers that Moodle can't read: more than five digits before the point. */
function isHuge(answer: Response | Pattern): boolean {
  if (answer.type !== 'numeric') return false;
  return ('value' in answer ? [answer.value] : [answer.min, answer.max]).some((value) => Math.abs(value) >= 99_999.5);
}

/** Formats of SCORM 2004 (RTE 4.1.1, 4.2.9) that ADL, Moodle and scorm-again all accept. */
export const formats2004: Formats = {
  response: 'learner_response',
  time: 'timestamp',
  // `fill-in` interprets delimiters in the learner's text, and is limited to 250 characters; `long-fill-in` does neither.
  typeOf({ type, right }, response) {
    const huge = right.some(isHuge) || (response && isHuge(response));
    return huge || type === 'fill-in' ? 'long-fill-in' : type;
  },
  answer: (response) => answerText(response, dialect) || (none[response.type] ?? ''),
  patterns(slot) {
    // scorm-again refuses a text with a comma, and then everything after it in the list.
    const texts = patternTexts(slot, dialect).sort((one, other) => Number(one.includes(',')) - Number(other.includes(',')));
    // A second pattern of these types is refused (351); of all others but `choice`, an LMS need not hold more than five (RTE 4.2.9.1).
    return texts.slice(0, /true|numeric|likert/.test(slot.type) ? 1 : 5);
  },
  result: (result) => result,
  weight: decimal,
  /** UTC with two decimals, which a zone must follow (`toISOString()` is refused); years 1970 to 2037. */
  moment: (time) => `${new Date(Math.min(Math.max(time || 0, 0), 2_145_916_799_999)).toISOString().slice(0, 22)}Z`,
  span(seconds) {
    const [hours, minutes, tenths] = clock(seconds);
    return `PT${hours}H${minutes}M${tenths / 10}S`;
  },
  description: (text) => braced(cut(text.trim().replace(/[ \p{Cc}\p{Cs}\u2028\u2029]+/gu, ' '), 249)),
};
