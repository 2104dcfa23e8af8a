import type { TextContext } from '../../html/loss.ts';
import type { Accepted, Body, Choice, Markdown, NumberRange } from '../../model.ts';
import { rangeAround, readDecimal } from '../numbers.ts';
import type { Reading } from '../reading.ts';
import { toLine, toMarkdown } from '../rich-text.ts';
import { embeddedAnswers } from './embedded.ts';
import { gaps } from './gaps.ts';
import { attribute, childrenOf, filesIn, formatOf, innerText, textIn, type Xml } from './xml.ts';

/** A question whose body is read. */
export interface BodyInput {
  readonly node: Xml;
  readonly line: number;
  readonly reading: Reading;
  /** For the text of the question. */
  readonly context: TextContext;
}

/** Reads the body of a kind. Returns a key of the strings if it can't be said. */
type ReadBody = (input: BodyInput) => Body | string;

function contextOf(node: unknown, { reading, line }: BodyInput): TextContext {
  return reading.context(line, true, filesIn(node));
}

/** Converts `<text>` of an element to a line. */
function lineIn(node: unknown, input: BodyInput): Markdown {
  return toLine(textIn(node, 'text'), formatOf(node), contextOf(node, input));
}

/** Converts the feedback of an answer. */
function feedbackIn(answer: unknown, input: BodyInput): { readonly feedback?: Markdown } {
  const found = childrenOf(answer, 'feedback')[0];
  const text = textIn(found, 'text');
  const feedback = text === '' ? '' : toMarkdown(text, formatOf(found), contextOf(found, input));
  return feedback === '' ? {} : { feedback };
}

function weightOf(answer: unknown): number {
  return readDecimal(attribute(answer, 'fraction')) ?? 0;
}

function isYes(text: string, fallback: boolean): boolean {
  return text === '' ? fallback : text === '1' || text.toLowerCase() === 'true';
}

function choice(input: BodyInput): Body {
  const { node } = input;
  const choices = childrenOf(node, 'answer').map(
    (answer): Choice => ({ text: lineIn(answer, input), weight: weightOf(answer), ...feedbackIn(answer, input) }),
  );
  const shuffle = isYes(textIn(node, 'shuffleanswers'), true);
  return { kind: isYes(textIn(node, 'single'), true) ? 'single' : 'multiple', choices, shuffle };
}

function trueFalse(input: BodyInput): Body | string {
  const answers = childrenOf(input.node, 'answer');
  const [yes, no] = ['true', 'false'].map((word) => answers.find((answer) => textIn(answer, 'text').toLowerCase() === word));
  if (!yes || !no) return 'xml.truth';
  const isTrue = weightOf(yes) > weightOf(no);
  const [right, wrong] = [isTrue ? yes : no, isTrue ? no : yes].map((answer) => feedbackIn(answer, input).feedback);
  const results = { ...(right && { right }), ...(wrong && { wrong }) };
  return { kind: 'true-false', isTrue, ...(Object.keys(results).length > 0 && { results }) };
}

function short(input: BodyInput): Body {
  const answers = childrenOf(input.node, 'answer').map(
    (answer): Accepted => ({ text: textIn(answer, 'text').replace(/\s+/g, ' '), weight: weightOf(answer), ...feedbackIn(answer, input) }),
  );
  if (textIn(input.node, 'usecase') === '1') input.reading.remark('lost', 'xml.case', input.line);
  return { kind: 'short', answers };
}

function numeric(input: BodyInput): Body | string {
  const { node, reading, line } = input;
  const answers: NumberRange[] = [];
  let wrong: Markdown | undefined;
  for (const answer of childrenOf(node, 'answer')) {
    const value = textIn(answer, 'text');
    const range = rangeAround(readDecimal(value), readDecimal(textIn(answer, 'tolerance') || '0'));
    if (range) answers.push({ ...range, weight: weightOf(answer), ...feedbackIn(answer, input) });
    else if (value === '*') wrong = feedbackIn(answer, input).feedback ?? wrong;
    else return 'xml.number';
  }
  const units = childrenOf(childrenOf(node, 'units')[0], 'unit').map((unit) => textIn(unit, 'unit_name'));
  if (units.length > 1) reading.remark('lost', 'xml.units', line, { units: units.slice(1).join(', ') });
  return { kind: 'numeric', answers, ...(units[0] && { unit: units[0] }), ...(wrong !== undefined && { results: { wrong } }) };
}

function matching(input: BodyInput): Body {
  const pairs: (readonly [string, string])[] = [];
  const lures: string[] = [];
  for (const pair of childrenOf(input.node, 'subquestion')) {
    const [left, right] = [lineIn(pair, input), toLine(innerText(pair, 'answer'), 'plain', input.context)];
    if (left === '') lures.push(right);
    else pairs.push([left, right]);
  }
  return { kind: 'matching', pairs, lures: lures.filter((lure) => lure !== '') };
}

function essay(input: BodyInput): Body {
  const { node } = input;
  const info = childrenOf(node, 'graderinfo')[0];
  const note = textIn(info, 'text') === '' ? '' : toMarkdown(textIn(info, 'text'), formatOf(info), contextOf(info, input));
  const [minWords, maxWords] = ['minwordlimit', 'maxwordlimit'].map((name) => readDecimal(textIn(node, name)) ?? 0);
  if (Number(textIn(node, 'attachments') || '0') !== 0) input.reading.remark('lost', 'xml.attachments', input.line);
  return { kind: 'essay', ...(minWords && { minWords }), ...(maxWords && { maxWords }), ...(note !== '' && { note }) };
}

function ordering(input: BodyInput): Body {
  const answers = childrenOf(input.node, 'answer').map((answer) => ({ text: lineIn(answer, input), place: weightOf(answer) }));
  // Moodle writes the place of a step as its fraction, from 1.
  const sorted = answers.every(({ place }) => place > 0) ? [...answers].sort((a, b) => a.place - b.place) : answers;
  return { kind: 'order', steps: sorted.map(({ text }) => text) };
}

/** Kinds of Moodle that have a counterpart. */
export const bodies: Readonly<Record<string, ReadBody>> = {
  multichoice: choice,
  truefalse: trueFalse,
  shortanswer: short,
  numerical: numeric,
  matching,
  ddmatch: matching,
  essay,
  ordering,
  cloze: ({ node, context, reading, line }) => embeddedAnswers(childrenOf(node, 'questiontext')[0], context, reading, line),
  gapselect: ({ node, context }) => gaps(node, 'selectoption', context),
  ddwtos: ({ node, context }) => gaps(node, 'dragbox', context),
  description: () => ({ kind: 'description' }),
};
