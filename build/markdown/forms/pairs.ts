import type { Token } from '../../../src/model/activity.ts';
import type { FormContext, ReadForm } from '../../activity-type.ts';
import type { Position } from '../../diagnostics.ts';
import type { Block, Inline } from '../../source.ts';
import { aroundShape, isTable, rowAt } from '../form-body.ts';
import { reportLost } from '../list-lines.ts';
import { plainHtml } from '../plain-html.ts';
import { reportNearlyEqual, textKey } from '../similar-texts.ts';

type Table = Extract<Block, { kind: 'table' }>;

/** A row of the table as it was written. */
interface Row {
  readonly left: string;
  readonly right: string;
  readonly cells: readonly Inline[];
  readonly at: Position;
}

/** A row that is read. Without `left` it is a lure. */
interface Pair {
  readonly token: Token;
  readonly left?: string;
  readonly leftText: string;
  readonly right: string;
  readonly rightText: string;
  /** Token of the first pair with an equal right cell. */
  readonly target: Token;
  readonly feedback?: string;
}

function rowsOf(table: Table): Row[] {
  return table.rows.map((cells, index) => ({
    left: cells[0]?.text ?? '',
    right: cells[1]?.text ?? '',
    cells,
    at: rowAt(table, index),
  }));
}

/** False where the row can't be a pair; it was reported. */
function isPair({ left, right, cells, at }: Row, context: FormContext): boolean {
  if (left === '' && right === '') context.error('empty-pair', at);
  else if (right === '') context.error('missing-right', at, { left: left.slice(0, 60) });
  else if (left === '' && cells[2]?.text) context.error('feedback-of-lure', at, { right: right.slice(0, 60) });
  return right !== '';
}

function reportTwice(rows: readonly Row[], context: FormContext): void {
  const met = new Set<string>();
  for (const { left, at } of rows) {
    if (left !== '' && met.has(textKey(left))) context.error('item-twice', at, { item: left.slice(0, 60) });
    met.add(textKey(left));
  }
  const answers = new Set(rows.flatMap(({ left, right }) => (left === '' ? [] : [textKey(right)])));
  for (const { left, right, at } of rows) {
    if (left === '' && answers.has(textKey(right))) context.error('lure-is-right', at, { right: right.slice(0, 60) });
  }
  reportNearlyEqual(
    rows.map(({ right, at }) => ({ text: right, at })),
    context,
  );
}

function readPairs(rows: readonly Row[], context: FormContext): Pair[] {
  const targets = new Map<string, Token>();
  return rows.map(({ left, right, cells: [first, second, third] }) => {
    const token = context.part(left === '' ? { text: right } : { text: left, key: right });
    const key = textKey(right);
    const target = targets.get(key) ?? token;
    targets.set(key, target);
    const html = { left: first?.html() ?? '', right: second?.html() ?? '' };
    return {
      token,
      ...(left !== '' && { left: withoutAddresses(html.left) }),
      leftText: plainHtml(html.left),
      right: html.right,
      rightText: plainHtml(html.right),
      target,
      ...(third?.text && { feedback: `<p>${third.html()}</p>` }),
    };
  });
}

/** What may stand in a button: a link or a word of the glossary would be a control inside a control. */
function withoutControls(html: string): string {
  return html.replace(/<\/?(?:a|dfn)\b[^>]*>/g, '');
}

/** Removes the links of addresses: cards to turn over are buttons. */
function withoutAddresses(html: string): string {
  return html.replace(/<a\b[^>]* class="c-address"[^>]*>(.*?)<\/a>/g, '$1');
}

/**
 * Reads a table of pairs: `{ prompt, columns, pairs: [{ token, left?, leftText, right, rightText, target, feedback? }],
 * targets: [{ token, html, text }] }`. Equal right cells are one target; a pair without `left` is a lure.
 */
export const read: ReadForm = (body, context) => {
  const { before, shape: table, rest } = aroundShape(body, isTable);
  if (!table) context.error('no-table', context.at, { name: context.name });
  const prompt = context.html(before);
  const columns = table?.header.map((cell) => cell.html()) ?? [];
  const rows = table && columns.length > 1 ? rowsOf(table).filter((row) => isPair(row, context)) : [];
  reportTwice(rows, context);
  const pairs = readPairs(rows, context);
  const targets = pairs
    .filter(({ token, target }) => token === target)
    .map(({ token, right, rightText }) => ({ token, html: withoutControls(right), text: rightText }));
  reportLost(rest, context);
  return { prompt, columns, pairs, targets };
};
