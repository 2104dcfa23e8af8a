import type { Html, Token } from '../../../../src/model/course/activity.ts';
import type { Position } from '../../../diagnostics/diagnostics.ts';
import type { Inline } from '../../../model/source.ts';
import { plainHtml } from '../../../text/plain-html.ts';
import { typography } from '../../../text/typography.ts';
import type { Form, FormContext } from '../../../types/activity-type.ts';
import { aroundShape, isTable, rowAt } from '../body/form-body.ts';
import { reportLost } from '../body/list-lines.ts';
import { textKey } from '../body/similar-texts.ts';

/** A cell; with a token it is to be filled in, between `lead` and `trail`. */
interface Cell {
  readonly lead: string;
  readonly token?: Token;
  readonly trail: string;
}

interface Row {
  readonly title: string;
  readonly text: string;
  readonly cells: readonly Cell[];
}

/** A blank. Equal answers are one choice: `answer` is the token of the first blank that has it. */
interface Blank {
  readonly token: Token;
  readonly answer: Token;
  readonly text: string;
}

/** Comments are removed from authors' texts, so none can be confused with it. */
const GAP = '<!--blank-->';

class Reader {
  readonly blanks: Blank[] = [];
  private readonly answers = new Map<string, Token>();
  private readonly context: FormContext;

  constructor(context: FormContext) {
    this.context = context;
  }

  private blank(content: string, at: Position): Token {
    if (content === '') this.context.error('empty-blank', at);
    const variable = /\{\{\s*([^{}]*?)\s*\}\}/.exec(content);
    if (variable) this.context.error('answer-in-variable', at, { name: variable[1] ?? '' });
    const token = this.context.part({ text: content });
    const key = textKey(content);
    const answer = this.answers.get(key) ?? token;
    this.answers.set(key, answer);
    this.blanks.push({ token, answer, text: typography(content, this.context.lang) });
    return token;
  }

  cell(cell: Inline, at: Position): Cell {
    const tokens: Token[] = [];
    const html = cell.html((content) => {
      tokens.push(this.blank(content, at));
      return GAP;
    });
    if (/\[\[|\]\]/.test(plainHtml(html))) this.context.error('unclosed-blank', at);
    if (tokens.length > 1) this.context.error('two-blanks-in-cell', at);
    const [lead = '', trail = ''] = html.split(GAP);
    return { lead, trail, ...(tokens[0] !== undefined && { token: tokens[0] }) };
  }
}

/** Reports a blank in the name of a column or row. */
function checkFixed(html: string, at: Position, context: FormContext): void {
  const text = /\[\[([^[\]]*)\]\]/.exec(plainHtml(html))?.[1];
  if (text !== undefined) context.error('stray-blank', at, { text });
  else if (html.includes('[[')) context.error('unclosed-blank', at);
}

function readRow([head, ...cells]: readonly Inline[], at: Position, columns: number, reader: Reader, context: FormContext): Row {
  const title = head?.html() ?? '';
  if (title === '') context.error('row-without-title', at);
  checkFixed(title, at, context);
  const all = Array.from({ length: columns - 1 }, (_, index) => cells[index]);
  return { title, text: plainHtml(title), cells: all.map((cell) => (cell ? reader.cell(cell, at) : { lead: '', trail: '' })) };
}

export interface ComparisonBody {
  readonly prompt: Html;
  readonly columns: readonly Html[];
  readonly aligns?: readonly string[];
  readonly rows: readonly Row[];
  /** In the order of the table. */
  readonly blanks: readonly Blank[];
  readonly asks: boolean;
}

/**
 * Reads a table to compare:
 * `{ prompt, columns, aligns?, rows: [{ title, text, cells: [{ lead, token?, trail }] }], blanks: [{ token,
 * answer, text }], asks }`. A cell with `[[…]]` is to be filled in, and then the table is a question (`asks`).
 */
export const comparison: Form<ComparisonBody> = {
  leaves: ['quoted-box'],
  read(body, context) {
    const { before, shape: table, rest } = aroundShape(body, isTable);
    if (!table) context.error('no-table', context.at, { name: context.name });
    const prompt = context.html(before);
    const columns = table?.header.map((cell) => cell.html()) ?? [];
    for (const column of columns) checkFixed(column, table?.at ?? context.at, context);
    const reader = new Reader(context);
    const rows = table ? table.rows.map((cells, index) => readRow(cells, rowAt(table, index), columns.length, reader, context)) : [];
    reportLost(rest, context);
    const aligns = table?.aligns && { aligns: table.aligns };
    return { prompt, columns, ...aligns, rows, blanks: reader.blanks, asks: reader.blanks.length > 0 };
  },
};
