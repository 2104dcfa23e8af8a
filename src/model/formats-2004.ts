import { answerText, clock, type Dialect, decimal, type Formats, oneLine, patternTexts } from './formats.ts';
import type { Pattern, Response } from './interaction.ts';
import { limits2004 } from './limits.ts';

/** The text, or as many whole words of it as fit, with `…`. */
function cut(text: string, limit: number): string {
  if (text.length <= limit) return text;
  const start = text.slice(0, limit);
  const word = start.lastIndexOf(' ');
  return `${start.slice(0, word > limit / 2 ? word : -1).replace(/[\s\ud800-\udbff]+$/, '')}…`;
}

/** What begins with a brace would be read as `{lang=…}`: a character without width stands before it. */
const braced = (text: string): string => (/^\s*\{/.test(text) ? `\u200b${text}` : text);

const dialect: Dialect = {
  and: '[,]',
  pair: '[.]',
  yes: 'true',
  no: 'false',
  text: (text) => braced(cut(oneLine(text), limits2004.text)),
  // Moodle refuses all but a token here, a hyphen too (moodle.md 24), and scorm-again an empty half.
  step: (text) => text.replace(/[^\w.]+/g, '_').slice(0, 250) || '_',
  // A range is asked for even where there is but one right number; open ends are refused by Moodle.
  range: (min, max) => `${min}[:]${max}`,
};

/** Moodle refuses an empty list, and one left out would leave an earlier answer standing. */
const none: { readonly [type in Response['type']]?: string } = {
  choice: '_',
  sequencing: '_',
  matching: '_[.]_',
  performance: '_[.]_',
};

/** Moodle reads numbers of at most five digits before the point. */
function isHuge(answer: Response | Pattern): boolean {
  if (answer.type !== 'numeric') return false;
  return ('value' in answer ? [answer.value] : [answer.min, answer.max]).some((value) => Math.abs(value) >= 99_999.5);
}

/** SCORM 2004's texts (RTE 4.1.1, 4.2.9), as ADL, Moodle and scorm-again all take them. */
export const formats2004: Formats = {
  response: 'learner_response',
  time: 'timestamp',
  // `fill-in` reads delimiters in a learner's words and ends at 250; `long-fill-in` takes them as they are.
  typeOf({ type, right }, response) {
    const huge = right.some(isHuge) || (response && isHuge(response));
    return huge || type === 'fill-in' ? 'long-fill-in' : type;
  },
  answer: (response) => answerText(response, dialect) || (none[response.type] ?? ''),
  patterns(slot) {
    // scorm-again refuses a text with a comma, and then what would follow it in the list.
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
