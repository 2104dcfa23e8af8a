import type { TextContext } from '../../html/loss.ts';
import type { Body, Choice, Markdown, NumberRange, QuestionOf } from '../../model.ts';
import { rangeAround, readDecimal } from '../numbers.ts';
import { type TextFormat, toLine, toMarkdown } from '../rich-text.ts';
import { restore } from './escapes.ts';
import { takeFormat } from './format.ts';

/** An answer as written: its marker, weight, text and feedback. */
interface Written {
  readonly marker: '=' | '~';
  readonly weight?: number;
  readonly text: string;
  readonly feedback?: string;
}

/** Converts texts in the format of the question, unless they name their own. */
interface Converter {
  readonly format: TextFormat;
  line(text: string): Markdown;
  feedback(text: string | undefined): { readonly feedback?: Markdown };
}

function converter(format: TextFormat, context: TextContext): Converter {
  const read = (to: typeof toLine, text: string): Markdown => {
    const own = takeFormat(text.trim(), format);
    return to(restore(own.text).trim(), own.format, context);
  };
  return {
    format,
    line: (text) => read(toLine, text),
    feedback(text) {
      const markdown = text === undefined ? '' : read(toMarkdown, text);
      return markdown === '' ? {} : { feedback: markdown };
    },
  };
}

/** Splits answers at their markers. `->` belongs to a pair. */
function writtenAnswers(text: string): Written[] | string {
  const pieces = text.split(/(?=[=~])/).filter((piece) => piece.trim() !== '');
  const found: Written[] = [];
  for (const piece of pieces) {
    const [all, marker, percent] = /^([=~])\s*(?:%\s*(-?\d+(?:[.,]\d+)?)\s*%)?/.exec(piece) ?? [];
    if (all === undefined) return 'gift.sign';
    const rest = piece.slice(all.length);
    const hash = rest.indexOf('#');
    const own = hash < 0 ? rest : rest.slice(0, hash);
    found.push({
      marker: marker as '=' | '~',
      text: own.trim(),
      ...(percent !== undefined && { weight: Number(percent.replace(',', '.')) }),
      ...(hash >= 0 && { feedback: rest.slice(hash + 1) }),
    });
  }
  return found;
}

const TRUTH = /^\s*(T|TRUE|F|FALSE)\s*(?:#([\s\S]*))?$/i;

/** Reads `{T#feedback of a wrong answer#feedback of a right one}`. */
function trueFalse(text: string, convert: Converter): Body | undefined {
  const [all, word = '', feedback] = TRUTH.exec(text) ?? [];
  if (all === undefined) return undefined;
  const [wrong, right] = (feedback ?? '').split('#');
  const texts = { right: convert.feedback(right).feedback, wrong: convert.feedback(wrong).feedback };
  const results = { ...(texts.right && { right: texts.right }), ...(texts.wrong && { wrong: texts.wrong }) };
  return { kind: 'true-false', isTrue: /^t/i.test(word), ...(Object.keys(results).length > 0 && { results }) };
}

/** Reads `3:2`, `1..5`, `3`. */
function rangeOf(text: string): Pick<NumberRange, 'low' | 'high'> | undefined {
  const [low, high] = text.includes('..') ? text.split('..') : [];
  if (low !== undefined && high !== undefined) {
    const limits = [readDecimal(low), readDecimal(high)];
    const [from, to] = limits;
    return from === undefined || to === undefined ? undefined : { low: Math.min(from, to), high: Math.max(from, to) };
  }
  const [value = '', tolerance = '0'] = text.split(':');
  return rangeAround(readDecimal(value), readDecimal(tolerance));
}

function numeric(text: string, convert: Converter): Body | string {
  const isList = /^\s*[=~]/.test(text);
  const written = writtenAnswers(isList ? text : `=${text}`);
  if (typeof written === 'string') return written;
  const answers: NumberRange[] = [];
  let wrong: Markdown | undefined;
  for (const answer of written) {
    const value = restore(answer.text).trim();
    // `~` without a number is feedback for everything else.
    if (value === '' || value === '*') wrong = convert.feedback(answer.feedback).feedback ?? wrong;
    const range = value === '' || value === '*' ? undefined : rangeOf(value);
    if (range) answers.push({ ...range, weight: answer.weight ?? (answer.marker === '=' ? 100 : 0), ...convert.feedback(answer.feedback) });
    else if (value !== '' && value !== '*') return 'gift.number';
  }
  return { kind: 'numeric', answers, ...(wrong !== undefined && { results: { wrong } }) };
}

/** @param written each with `->` */
function matching(written: readonly Written[], convert: Converter): Body | string {
  const pairs: (readonly [string, string])[] = [];
  const lures: string[] = [];
  for (const { text } of written) {
    const at = text.indexOf('->');
    const [left, right] = [convert.line(text.slice(0, at)), convert.line(text.slice(at + 2))];
    if (right === '') return 'gift.pair';
    if (left === '') lures.push(right);
    else pairs.push([left, right]);
  }
  return { kind: 'matching', pairs, lures };
}

function choiceOf({ marker, weight, text, feedback }: Written, convert: Converter): Choice {
  return { text: convert.line(text), weight: weight ?? (marker === '=' ? 100 : 0), ...convert.feedback(feedback) };
}

function listed(written: readonly Written[], convert: Converter): Body | string {
  if (written.every(({ marker, text }) => marker === '=' && text.includes('->'))) return matching(written, convert);
  if (written.every(({ marker }) => marker === '=')) {
    const answers = written.map(({ text, weight, feedback }): QuestionOf<'short'>['answers'][number] => ({
      text: restore(takeFormat(text, convert.format).text).replace(/\s+/g, ' ').trim(),
      weight: weight ?? 100,
      ...convert.feedback(feedback),
    }));
    return { kind: 'short', answers };
  }
  const choices = written.map((one) => choiceOf(one, convert));
  const isSingle = written.some(({ marker }) => marker === '=');
  return { kind: isSingle ? 'single' : 'multiple', choices, shuffle: true };
}

function kindOf(text: string, convert: Converter): Body | string {
  if (text.trim() === '') return { kind: 'essay' };
  const truth = trueFalse(text, convert);
  if (truth) return truth;
  if (/^\s*#/.test(text)) return numeric(text.replace('#', ''), convert);
  const written = writtenAnswers(text);
  return typeof written === 'string' ? written : listed(written, convert);
}

/** Reads the content of a question's braces. @returns a key of the strings if it can't be read */
export function readAnswers(text: string, format: TextFormat, context: TextContext): Body | string {
  const convert = converter(format, context);
  const at = text.indexOf('####');
  const general = at < 0 ? undefined : convert.feedback(text.slice(at + 4)).feedback;
  const answered = kindOf(at < 0 ? text : text.slice(0, at), convert);
  return typeof answered === 'string' || general === undefined ? answered : { ...answered, after: general };
}
