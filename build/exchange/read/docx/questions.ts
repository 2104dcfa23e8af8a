import type { TextContext } from '../../html/loss.ts';
import { type HtmlNode, textOf } from '../../html/parse.ts';
import { blocks, line } from '../../html/to-markdown.ts';
import type { Body, Choice, Common, Piece } from '../../model.ts';
import { readDecimal } from '../numbers.ts';
import type { Reading } from '../reading.ts';
import { type Entry, hasLabel, optionsOf } from './entries.ts';

type Text = Extract<Entry, { kind: 'text' }>;

const NUMBER = /^\s*(?:question\s*|q\.?\s*)?\d{1,3}\s*[.):–-]\s*|^\s*question\s+\d{1,3}\s*/i;
const ASKS =
  /\?\s*$|\b(?:cochez|choisissez|sélectionnez|quelles?|quels?|lequel|laquelle|lesquel(?:le)?s|vrai ou faux|which|choose|select|tick|true or false)\b/i;
const MATCHES = /\b(?:associe|relie|apparie|reliez|correspond|match)/i;
const ANSWER = /^\s*(?:(?:bonnes?\s+)?réponses?(?:\s+(?:juste|correcte|attendue)s?)?|corrigé|solution|(?:correct\s+)?answers?)\s*:\s*/i;
const FEEDBACK = /^\s*(?:explications?|commentaires?|rétroaction|feedback|explanation)\s*:\s*/i;
const LINES = /^(?:[_.…\s]{6,})$/;
const TRUTH: readonly (readonly [RegExp, RegExp])[] = [
  [/^vrai\.?$/i, /^faux\.?$/i],
  [/^true\.?$/i, /^false\.?$/i],
];
/** Words above which an answer is a model answer, not one to be typed. */
const LONGEST_ANSWER = 6;

/** Lines after the question: its answer and its feedback, as written. */
interface Below {
  readonly answer?: string;
  readonly after?: HtmlNode;
  readonly hasLines: boolean;
  /** Number of paragraphs. */
  readonly count: number;
}

function strip(node: HtmlNode, pattern: RegExp): HtmlNode {
  const count = pattern.exec(textOf(node))?.[0].length ?? 0;
  const cut = (one: HtmlNode, left: { count: number }): HtmlNode => {
    if (one.tag !== '#text') return { ...one, children: one.children.map((child) => cut(child, left)) };
    const taken = Math.min(left.count, one.text.length);
    left.count -= taken;
    return { ...one, text: one.text.slice(taken) };
  };
  return cut(node, { count });
}

/** Reads paragraphs below a question as long as they belong to it. */
function below(entries: readonly Entry[], from: number): Below {
  let found: Below = { hasLines: false, count: 0 };
  for (const entry of entries.slice(from)) {
    if (entry.kind !== 'text') break;
    const count = found.count + 1;
    if (ANSWER.test(entry.text)) found = { ...found, answer: entry.text.replace(ANSWER, '').trim(), count };
    else if (FEEDBACK.test(entry.text)) found = { ...found, after: strip(entry.node, FEEDBACK), count };
    else if (LINES.test(entry.text)) found = { ...found, hasLines: true, count };
    else break;
  }
  return found;
}

/** Options from an entry on, and the number of entries that they take. */
function optionNodes(entries: readonly Entry[], from: number): { readonly nodes: readonly HtmlNode[]; readonly count: number } {
  const [first] = entries.slice(from, from + 1);
  if (first?.kind === 'list') return { nodes: first.items, count: 1 };
  const rest = entries.slice(from);
  const end = rest.findIndex((entry) => entry.kind !== 'text' || entry.isNumbered || !hasLabel(entry.text) || ANSWER.test(entry.text));
  const run = rest.slice(0, end < 0 ? rest.length : end) as readonly Text[];
  return run.length > 1 ? { nodes: run.map(({ node }) => node), count: run.length } : { nodes: [], count: 0 };
}

/** Reads an answer as letters of the options: `B`, `A et C`. */
function lettersIn(answer: string): string[] | undefined {
  return /^[a-h](?:\s*(?:,|;|et|and|&|\/)\s*[a-h])*\.?$/i.test(answer) ? (answer.toLowerCase().match(/\b[a-h]\b/g) ?? []) : undefined;
}

function choiceBody(nodes: readonly HtmlNode[], answer: string | undefined, context: TextContext): Body {
  const options = optionsOf(nodes);
  const texts = options.map((option) => line(option.nodes, context));
  const letters = answer === undefined ? undefined : lettersIn(answer);
  const isRight = (index: number): boolean => {
    const option = options[index];
    if (letters) return letters.includes(option?.letter || 'abcdefgh'.charAt(index));
    return option?.isMarked === true || (answer !== undefined && texts[index]?.toLowerCase() === answer.toLowerCase());
  };
  const right = texts.map((_, index) => isRight(index));
  const [first = '', second = ''] = texts;
  const isTruth = texts.length === 2 && TRUTH.some(([yes, no]) => yes.test(first) && no.test(second));
  const count = right.filter(Boolean).length;
  if (isTruth && count === 1) return { kind: 'true-false', isTrue: right[0] === true };
  const choices = texts.map((text, index): Choice => {
    const share = count > 1 ? 100 / count : 100;
    return { text, weight: right[index] ? share : count > 1 ? -share : 0 };
  });
  return { kind: count > 1 ? 'multiple' : 'single', choices, shuffle: false };
}

function answerBody({ answer, hasLines }: Below): Body | undefined {
  if (answer === undefined) return hasLines ? { kind: 'essay' } : undefined;
  if (/^(?:vrai|faux|true|false)\.?$/i.test(answer)) return { kind: 'true-false', isTrue: /^(?:vrai|true)/i.test(answer) };
  const value = readDecimal(answer);
  if (value !== undefined) return { kind: 'numeric', answers: [{ low: value, high: value, weight: 100 }] };
  if (answer.split(/\s+/).length > LONGEST_ANSWER) return { kind: 'essay' };
  const answers = answer.split(/\s+(?:\/|ou|or)\s+/).map((text) => ({ text: text.replace(/\*/g, '\\*'), weight: 100 }));
  return { kind: 'short', answers };
}

function pairsBody(node: HtmlNode, context: TextContext): Body | undefined {
  const rows: HtmlNode[] = [];
  const walk = (one: HtmlNode): void => {
    if (one.tag === 'tr') rows.push(one);
    else for (const child of one.children) walk(child);
  };
  walk(node);
  const cells = rows.map((row) => row.children.filter(({ tag }) => tag === 'td' || tag === 'th'));
  if (rows.length < 2 || cells.some(({ length }) => length !== 2)) return undefined;
  const isHead = cells[0]?.every(
    (cell) => cell.tag === 'th' || cell.children.every((child) => /strong/.test(child.children[0]?.tag ?? child.tag)),
  );
  const texts = cells.slice(isHead ? 1 : 0).map((row) => row.map((cell) => line([cell], context)) as [string, string]);
  const pairs = texts.filter(([left, right]) => left !== '' && right !== '');
  return { kind: 'matching', pairs, lures: texts.flatMap(([left, right]) => (left === '' && right !== '' ? [right] : [])) };
}

/** A question found in a document, and the number of entries that it takes. */
interface Found {
  readonly piece: Piece;
  readonly count: number;
}

/** Parts of a question, besides its text. */
interface Answered {
  readonly body: Body;
  readonly below: Below;
  readonly count: number;
  /** Keys of what the author has to check. */
  readonly reviews: readonly string[];
}

function withOptions(stem: Text, entries: readonly Entry[], at: number, context: TextContext): Answered | undefined {
  const { nodes, count } = optionNodes(entries, at + 1);
  if (count === 0) return undefined;
  const rest = below(entries, at + 1 + count);
  const isMarked = rest.answer !== undefined || optionsOf(nodes).some((option) => option.isMarked);
  const asks = ASKS.test(stem.text) || NUMBER.test(stem.text) || stem.isNumbered;
  if (!isMarked && !(asks && nodes.length > 1)) return undefined;
  // A list with a bold word after an announcement is text.
  const body = choiceBody(nodes, rest.answer, context);
  if (body.kind !== 'true-false' && rest.answer === undefined && !asks && !/[:?]\s*$/.test(stem.text)) return undefined;
  const hasRight = body.kind === 'true-false' || ('choices' in body && body.choices.some(({ weight }) => weight > 0));
  return { body, below: rest, count: 1 + count + rest.count, reviews: hasRight ? [] : ['no-right'] };
}

function withAnswer(stem: Text, entries: readonly Entry[], at: number, context: TextContext): Answered | undefined {
  const next = entries[at + 1];
  if (next?.kind === 'other' && next.node.tag === 'table' && MATCHES.test(stem.text)) {
    const body = pairsBody(next.node, context);
    const rest = below(entries, at + 2);
    return body && { body, below: rest, count: 2 + rest.count, reviews: ['pairs'] };
  }
  const rest = below(entries, at + 1);
  const body = answerBody(rest);
  return body && { body, below: rest, count: 1 + rest.count, reviews: [] };
}

/** Reads a question that begins at an entry; undefined if none does. */
export function questionAt(entries: readonly Entry[], at: number, number: number, reading: Reading): Found | undefined {
  const stem = entries[at];
  if (stem?.kind !== 'text' || stem.text === '') return undefined;
  const context = reading.context(number, true);
  const answered = withOptions(stem, entries, at, context) ?? withAnswer(stem, entries, at, context);
  if (!answered) return undefined;
  for (const key of answered.reviews) reading.remark('review', key, number);
  const { body, below: rest } = answered;
  const after = rest.after ? blocks([rest.after], context).join('\n\n') : '';
  // A long answer shows what might be said.
  const model = body.kind === 'essay' && rest.answer !== undefined ? rest.answer : '';
  const common: Common = {
    name: '',
    text: blocks(strip(stem.node, NUMBER).children, context).join('\n\n'),
    ...((after || model) !== '' && { after: [after, model].filter((text) => text !== '').join('\n\n') }),
    points: 1,
    category: [],
    tags: [],
    line: number,
  };
  return { piece: { kind: 'question', question: { ...common, ...body } }, count: answered.count };
}
