import type { Html, Token } from '../../../../src/model/course/activity.ts';
import type { Position } from '../../../diagnostics/diagnostics.ts';
import type { Block, Inline } from '../../../model/source.ts';
import { percentOf } from '../../../text/percent.ts';
import { plainHtml } from '../../../text/plain-html.ts';
import type { Form, FormContext } from '../../../types/activity-type.ts';
import { aroundShape, isTable, rowAt } from '../body/form-body.ts';
import { reportLost } from '../body/list-lines.ts';
import { reportDuplicates } from '../body/similar-texts.ts';

type Table = Extract<Block, { kind: 'table' }>;

interface Label {
  readonly token: Token;
  readonly text: string;
}

/** A place on the picture, and the token of its label. */
interface Spot {
  readonly token: Token;
  /** Percent of the picture's width and height, from its upper left corner. */
  readonly x: number;
  readonly y: number;
  readonly label: string;
  readonly feedback?: string;
}

/** A row with its position in the file. */
interface Row {
  readonly cells: readonly Inline[];
  readonly at: Position;
}

function rowsOf(table: Table): Row[] {
  return table.rows.map((cells, index) => ({ cells, at: rowAt(table, index) }));
}

function checkNames(rows: readonly Row[], context: FormContext): void {
  const names = rows.map(({ cells, at }) => ({ text: cells[0]?.text ?? '', at }));
  for (const { text, at } of names) if (text === '') context.error('label-without-name', at);
  reportDuplicates(names, context);
}

function readRow({ cells: [name, left, top, reason], at }: Row, context: FormContext): { label: Label; spot?: Spot } {
  const source = name?.text ?? '';
  const label = { token: context.part({ text: source }), text: plainHtml(name?.html() ?? '') };
  const places = [left?.text ?? '', top?.text ?? ''];
  if (places.every((text) => text === '')) {
    if (reason?.text) context.error('feedback-of-loose-label', at, { label: source.slice(0, 60) });
    return { label };
  }
  const [x, y] = places.map(percentOf);
  if (x === undefined || y === undefined) context.error('label-outside', at, { text: places.join(' ').slice(0, 40) });
  const feedback = reason?.text ? { feedback: `<p>${reason.html()}</p>` } : {};
  return { label, spot: { token: context.part({ text: source, key: 'place' }), x: x ?? 0, y: y ?? 0, label: label.token, ...feedback } };
}

export interface LabelsBody {
  readonly prompt: Html;
  /** The picture. */
  readonly html: Html;
  readonly labels: readonly Label[];
  readonly spots: readonly Spot[];
  /** Number of the table's columns. */
  readonly columns: number;
}

/**
 * Reads the labels of a picture: `{ prompt, html, labels: [{ token, text }], spots: [{ token, x, y, label, feedback? }], columns }`.
 * `html` is the first picture of the prompt; the table's columns are the label, x and y in percent, and a feedback. A row without
 * x and y is a distractor.
 */
export const labels: Form<LabelsBody> = {
  read(body, context) {
    const { before, shape: table, rest } = aroundShape(body, isTable);
    const picture = before.find((block) => block.kind === 'prose' && block.picture);
    if (!picture) context.error('no-picture', context.at, { name: context.name });
    if (!table) context.error('no-table', context.at, { name: context.name });
    const rows = table ? rowsOf(table) : [];
    checkNames(rows, context);
    const read = rows.map((row) => readRow(row, context));
    reportLost(rest, context);
    return {
      prompt: context.html(before.filter((block) => block !== picture)),
      html: picture ? context.html([picture]) : '',
      labels: read.map(({ label }) => label),
      spots: read.flatMap(({ spot }) => spot ?? []),
      columns: table?.header.length ?? 0,
    };
  },
};
