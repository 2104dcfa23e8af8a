import type { Html, Token } from '../../../../src/model/course/activity.ts';
import type { Position } from '../../../diagnostics/diagnostics.ts';
import type { Block, Inline } from '../../../model/source.ts';
import { plainHtml } from '../../../text/plain-html.ts';
import type { Form, FormContext } from '../../../types/activity-type.ts';
import { aroundShape, isTable, rowAt } from '../body/form-body.ts';
import { reportLost } from '../body/list-lines.ts';
import { reportEqual, reportNearlyEqual, textKey } from '../body/similar-texts.ts';

type Table = Extract<Block, { kind: 'table' }>;

/** A row of the table as written. */
interface Row {
  readonly left: string;
  readonly right: string;
  readonly cells: readonly Inline[];
  readonly at: Position;
}

/** A valid row. Without `left` it is a distractor. */
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

/** Tests whether a row is a pair; reports it if not. */
function isPair({ left, right, cells, at }: Row, context: FormContext): boolean {
  if (left === '' && right === '') context.error('empty-pair', at);
  else if (right === '') context.error('missing-right', at, { left: left.slice(0, 60) });
  else if (left === '' && cells[2]?.text) context.error('feedback-of-lure', at, { right: right.slice(0, 60) });
  return right !== '';
}

function reportDuplicates(rows: readonly Row[], context: FormContext): void {
  reportEqual(
    rows.map(({ left, at }) => ({ text: left, at })),
    context,
  );
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

/** Unwraps links and glossary terms in the HTML of a button, because a button can't contain controls. */
function withoutControls(html: string): string {
  return html.replace(/<\/?(?:a|dfn)\b[^>]*>/g, '');
}

/** Unwraps links made from bare addresses, because cards to turn over are buttons. */
function withoutAddresses(html: string): string {
  return html.replace(/<a\b[^>]* class="c-address"[^>]*>(.*?)<\/a>/g, '$1');
}

/** An item to put beside a left cell. */
interface Target {
  readonly token: Token;
  readonly html: Html;
  readonly text: string;
}

export interface PairsBody {
  readonly prompt: Html;
  readonly columns: readonly Html[];
  readonly pairs: readonly Pair[];
  readonly targets: readonly Target[];
}

/**
 * Reads a table of pairs: `{ prompt, columns, pairs: [{ token, left?, leftText, right, rightText, target, feedback? }],
 * targets: [{ token, html, text }] }`. Equal right cells are one target; a pair without `left` is a distractor.
 */
export const pairs: Form<PairsBody> = {
  read(body, context) {
    const { before, shape: table, rest } = aroundShape(body, isTable);
    if (!table) context.error('no-table', context.at, { name: context.name });
    const prompt = context.html(before);
    const columns = table?.header.map((cell) => cell.html()) ?? [];
    const rows = table && columns.length > 1 ? rowsOf(table).filter((row) => isPair(row, context)) : [];
    reportDuplicates(rows, context);
    const pairs = readPairs(rows, context);
    const targets = pairs
      .filter(({ token, target }) => token === target)
      .map(({ token, right, rightText }) => ({ token, html: withoutControls(right), text: rightText }));
    reportLost(rest, context);
    return { prompt, columns, pairs, targets };
  },
};
