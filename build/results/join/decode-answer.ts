import { fits } from '../../../src/model/judging/accepted.ts';
import type { Question } from '../model.ts';

/** Verdict on an answer. `none`: nothing is right or wrong here. */
export type Verdict = 'right' | 'wrong' | 'none';

/** Separator of items: a comma in 1.2, a comma in brackets in 2004. */
const AND = /\[,\x5d|,/;
/** Separator of pairs whose texts may contain a comma. */
const NEXT_STEP = /(?:\[,\x5d|,)(?=[a-z]{1,3}(?:\[\.\x5d|\.))/;
/** Separator of the halves of a pair. */
const PAIR = /\[\.\x5d|\./;

const TRUE = ['t', 'true'];
const FALSE = ['f', 'false'];

/** Splits an answer into its items; a text is one item. */
export function itemsOf({ kind }: Question, response: string): string[] {
  const text = response.trim();
  if (text === '') return [];
  if (kind === 'performance') return text.split(NEXT_STEP);
  return kind === 'choice' || kind === 'sequencing' || kind === 'matching' ? text.split(AND) : [text];
}

/** Splits a pair; the second half is '' if there is none. */
export function halvesOf(item: string): readonly [string, string] {
  const found = PAIR.exec(item);
  return found ? [item.slice(0, found.index), item.slice(found.index + found[0].length)] : [item, ''];
}

/** Describes an item of an answer in words. Tokens that the codebook lacks are kept as they are. */
export function itemWords({ kind, near, far }: Question, item: string): string {
  const name = (token: string): string => near.get(token) ?? token;
  const [first, second] = halvesOf(item);
  switch (kind) {
    case 'true-false':
      return TRUE.includes(item) ? (near.get('t') ?? near.get('true') ?? item) : (near.get('f') ?? near.get('false') ?? item);
    case 'matching':
      return `${name(first)} → ${far.get(second) ?? second}`;
    case 'performance':
      return `${name(first)} → ${second}`;
    case 'choice':
    case 'likert':
    case 'sequencing':
      return name(item);
    default:
      return item;
  }
}

/** Restores the line ends of a free text. */
export function paragraphs(text: string): string {
  return text.replace(/ ?¶ ?/g, '\n').trim();
}

/** Formats a whole answer in words. */
export function answerWords(question: Question, response: string): string {
  if (question.kind === 'text') return paragraphs(response);
  const words = itemsOf(question, response).map((item) => itemWords(question, item));
  return words.join(question.kind === 'sequencing' ? ' → ' : ' | ');
}

/** Tests whether an answer is possible for a question. */
export function fitsQuestion(question: Question, response: string): boolean {
  const { kind, near, far } = question;
  const items = itemsOf(question, response);
  switch (kind) {
    case 'true-false':
      return items.every((item) => TRUE.includes(item) || FALSE.includes(item));
    case 'choice':
    case 'sequencing':
    case 'likert':
      return items.every((item) => near.has(item));
    case 'matching':
      return items.every((item) => {
        const [first, second] = halvesOf(item);
        return near.has(first) && far.has(second);
      });
    case 'numeric':
      return items.every((item) => /^-?\d+(?:\.\d+)?(?:e[+-]?\d+)?$/i.test(item));
    default:
      return true;
  }
}

/** Normalises an answer for comparison: order matters only in a sequence, case and spaces never do. */
function normal(question: Question, response: string): string {
  const items = itemsOf(question, response.toLowerCase().replace(/\s+/g, ' ')).map((item) => halvesOf(item).join('\n'));
  const ordered = question.kind === 'choice' || question.kind === 'matching' ? items.sort() : items;
  return ordered.join('\t');
}

function isWithin(range: string, response: string): boolean {
  const [min = '', max = min] = range.split(/\[:\x5d|:/);
  const value = Number(response);
  return (min === '' || value >= Number(min)) && (max === '' || value <= Number(max));
}

/** Tests whether a typed text fits an accepted answer with stars. */
function isPattern({ kind }: Question, pattern: string, response: string): boolean {
  return kind === 'typed' && pattern.includes('*') && fits(response, pattern);
}

/** Judges an answer by the LMS's result if that is known, else by the codebook's patterns. */
export function verdictOf(question: Question, response: string, result: string | undefined): Verdict {
  if (question.right.length === 0) return 'none';
  if (result === 'correct') return 'right';
  if (result === 'wrong' || result === 'incorrect') return 'wrong';
  const isRight =
    question.kind === 'numeric'
      ? question.right.some((range) => isWithin(range, response))
      : question.right.some(
          (pattern) => normal(question, pattern) === normal(question, response) || isPattern(question, pattern, response),
        );
  return isRight ? 'right' : 'wrong';
}
