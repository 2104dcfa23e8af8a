import type { RowText, TableText } from './edit-parts.ts';
import { exchanged, replaced } from './edit-words.ts';
import type { Range } from './outline.ts';
import type { Replacement } from './raw-text.ts';

/** Returns the words of a cell. */
export function shownCell(raw: string): string {
  return raw.trim().replace(/\\\|/g, '|');
}

function writtenCell(value: string): string {
  return value
    .replace(/\s*\n\s*/g, ' ')
    .trim()
    .replace(/(?<!\\)\|/g, '\\|');
}

function isEmpty(text: string, { from, to }: Range): boolean {
  return text.slice(from, to).trim() === '';
}

/** Returns the bar that the last cell of a row lacks. One bar alone opens a cell, and an escaped one is a word. */
function closingBar(row: string): string {
  return row.trim() !== '|' && /(?<!\\)\|$/.test(row) ? '' : ' |';
}

/** Changes a cell. A row that is too short gets the cells that it lacks. */
export function setCell(text: string, row: RowText, column: number, value: string): Replacement[] {
  const words = writtenCell(value);
  const cell = row.cells[column];
  if (!cell) {
    if (words === '') return [];
    const missing = ' |'.repeat(column - row.cells.length);
    const end = row.from + text.slice(row.from, row.to).trimEnd().length;
    const bar = closingBar(text.slice(row.from, end));
    return [{ from: end, to: end, insert: `${bar}${missing} ${words} |` }];
  }
  if (isEmpty(text, cell)) return words === '' ? [] : [{ from: cell.from, to: cell.to, insert: ` ${words} ` }];
  return replaced(text, cell, words);
}

/** Adds an empty row below another one. @param index among all rows, the header included */
export function addRow(table: TableText, index: number): Replacement[] {
  const at = index === 0 ? table.rule.to : (table.rows[index]?.to ?? table.to);
  const cells = ' |'.repeat(table.rows[0]?.cells.length ?? 1);
  return [{ from: at, to: at, insert: `\n|${cells}` }];
}

export function removeRow({ rows }: TableText, index: number): Replacement[] {
  const row = rows[index];
  return row && index > 0 ? [{ from: row.from - 1, to: row.to, insert: '' }] : [];
}

/** Moves a row one place up or down, below the header. */
export function moveRow(text: string, { rows }: TableText, index: number, step: 1 | -1): Replacement[] {
  const [first, second] = [Math.min(index, index + step), Math.max(index, index + step)];
  const [above, below] = [rows[first], rows[second]];
  return above && below && first > 0 ? exchanged(text, above, below) : [];
}

/** Adds an empty column at the end of each row. */
export function addColumn(text: string, { rows, rule }: TableText): Replacement[] {
  const columns = rows[0]?.cells.length ?? 0;
  return [...rows, { ...rule, cells: [] }]
    .sort((one, other) => one.from - other.from)
    .flatMap((row, index) => {
      // A row with too many cells has one there already.
      if (row.cells.length > columns) return [];
      const end = row.from + text.slice(row.from, row.to).trimEnd().length;
      const bar = closingBar(text.slice(row.from, end));
      const missing = index === 1 ? '' : ' |'.repeat(columns - row.cells.length);
      return [{ from: end, to: end, insert: `${bar}${missing}${index === 1 ? ' --- |' : ' |'}` }];
    });
}

/** Cuts a cell out of a row with one of its bars. The only bar stays: without it, the lines would be no table. */
function cutCell(text: string, row: Range, cell: Range): Replacement {
  const end = text.indexOf('|', cell.to);
  const to = end < 0 || end > row.to ? row.to : end;
  const bar = text.slice(row.from, cell.from).lastIndexOf('|');
  if (bar < 0) return { from: row.from, to, insert: '' };
  const isOnly = to === row.to && !/(?<!\\)\|/.test(text.slice(row.from, row.from + bar));
  return { from: row.from + bar + (isOnly ? 1 : 0), to, insert: '' };
}

/** Removes a column from each row that has it, and from the rule. */
export function removeColumn(text: string, { rows, rule }: TableText, column: number): Replacement[] {
  const dashes = [...text.slice(rule.from, rule.to).matchAll(/:?-+:?/g)].map(({ 0: found, index }) => ({
    from: rule.from + index,
    to: rule.from + index + found.length,
  }));
  return [...rows, { ...rule, cells: dashes }]
    .flatMap(({ cells, from, to }) => cells.slice(column, column + 1).map((cell) => cutCell(text, { from, to }, cell)))
    .sort((one, other) => one.from - other.from);
}
