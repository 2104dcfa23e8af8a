import { normaliseAnswer } from '../../../src/model/judging/typed-answer.ts';
import type { Markdown, Question, Remark } from '../model.ts';

/** A question that can't be written, with the key of the reason. */
export class NotWritable extends Error {
  readonly key: string;
  readonly values: Remark['values'];

  constructor(key: string, values: Remark['values'] = {}) {
    super(key);
    this.key = key;
    this.values = values;
  }
}

/** Input of writing a question. */
export interface WriteContext {
  readonly lang: 'fr' | 'en';
  /** Ids of the competencies of the course: tags with these names are kept. */
  readonly competencies: ReadonlySet<string>;
  /** The author has to mark the right answer: none is needed yet. */
  readonly isDraft: boolean;
  /** Reports something about the question being written. */
  remark(level: Remark['level'], key: string, values?: Remark['values']): void;
}

/** Number of parts that an activity has at most. */
const MOST_PARTS = 200;

/** Refuses parts that are missing, too many, empty or equal. */
export function checkParts(texts: readonly string[], fewest: number): void {
  if (texts.length < fewest) throw new NotWritable('few-parts', { fewest });
  if (texts.length > MOST_PARTS) throw new NotWritable('many-parts', { most: MOST_PARTS });
  if (texts.some((text) => text.trim() === '')) throw new NotWritable('empty-part');
  const met = new Set<string>();
  for (const text of texts) {
    const key = normaliseAnswer(text.replace(/\\/g, '').replace(/\s*[«»“”„"]\s*/g, '"'), true);
    if (met.has(key)) throw new NotWritable('same-parts', { text: text.slice(0, 60) });
    met.add(key);
  }
}

/** Letters of a text, without accents, punctuation and plural endings, as the check of a body compares them. */
function lettersOf(text: string): string {
  return normaliseAnswer(text.replace(/\\/g, ''))
    .split(/[^\p{L}\d]+/u)
    .map((word) => (word.length > 3 ? word.replace(/[sx]$/, '') : word))
    .join('');
}

/** Refuses texts that are almost equal: the build takes them for one that was written in two ways. */
export function checkAlike(texts: readonly string[]): void {
  const met = new Map<string, string>();
  for (const text of texts) {
    const before = met.get(lettersOf(text));
    if (before !== undefined && before !== text)
      throw new NotWritable('alike-parts', { one: before.slice(0, 60), other: text.slice(0, 60) });
    met.set(lettersOf(text), text);
  }
}

/** Formats a number without an exponent, with at most so many decimals. */
export function decimal(value: number, digits = 12): string {
  const text = value.toFixed(digits).replace(/\.?0+$/, '');
  if (/e/.test(text)) throw new NotWritable('large-number');
  return text === '-0' ? '0' : text;
}

/** Formats feedback under an item. */
export function feedbackLines(feedback: Markdown | undefined): string {
  return feedback === undefined || feedback === '' ? '' : `\n${feedback.replace(/^(?=.)/gm, '> ').replace(/^$/gm, '>')}`;
}

/** Formats an item with its box, its weight and its feedback. */
export function boxLine(text: string, isTicked: boolean, weight: number | undefined, feedback?: Markdown): string {
  const suffix = weight === undefined ? '' : ` {weight=${decimal(weight, 2)}}`;
  return `- [${isTicked ? 'x' : ' '}] ${text}${suffix}${feedbackLines(feedback)}`;
}

/** Tests whether a learner can be partly right. */
function canBePartly(question: Question): boolean {
  switch (question.kind) {
    case 'single':
      return question.choices.some(({ weight }) => weight !== 0 && weight !== 100);
    case 'short':
    case 'numeric':
      return question.answers.some(({ weight }) => weight !== 0 && weight !== 100);
    case 'true-false':
    case 'essay':
    case 'description':
      return false;
    default:
      return true;
  }
}

function after(text: Markdown, when = ''): string {
  return `:::after${when && `{when=${when}}`}\n${text}\n:::`;
}

/** Formats the feedback by result, then the general one. */
export function afterBlocks(question: Question, context: WriteContext): string[] {
  const { right, partly, wrong } = question.results ?? {};
  const isJudged = question.kind !== 'essay' && question.kind !== 'description';
  const hasPartly = partly !== undefined && isJudged && canBePartly(question);
  if (partly !== undefined && !hasPartly && partly !== wrong && partly !== right)
    context.remark('lost', 'partly', { text: partly.slice(0, 200) });
  const found: string[] = [];
  if (isJudged && right !== undefined) found.push(after(right, 'right'));
  if (hasPartly && partly === wrong) found.push(after(partly, '"partly; wrong"'));
  else {
    if (hasPartly) found.push(after(partly, 'partly'));
    if (isJudged && wrong !== undefined) found.push(after(wrong, 'wrong'));
  }
  if (question.after !== undefined) found.push(after(question.after));
  return found;
}

/** Formats the line that opens a question. */
export function opening(
  type: string,
  id: string,
  question: Question,
  attributes: readonly string[],
  { competencies }: WriteContext,
): string {
  const known = question.tags.filter((tag) => competencies.has(tag));
  const points = Math.max(0, Math.min(100, question.points));
  const all = [
    `#${id}`,
    ...attributes,
    ...(points === 1 || type === 'open-question' ? [] : [`points=${decimal(points, 2)}`]),
    ...(known.length > 0 ? [`competency="${known.join('; ')}"`] : []),
  ];
  return `:::${type}{${all.join(' ')}}`;
}

/** Formats a whole question. */
export function block(open: string, parts: readonly string[]): string {
  const inner = parts.filter((part) => part !== '').join('\n\n');
  return `${open}\n${inner}\n:::`;
}
