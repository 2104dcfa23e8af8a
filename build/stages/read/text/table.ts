import type { Token } from 'markdown-it';
import type { Inline } from '../../../model/source.ts';
import { type Align, alignOf } from './column-align.ts';
import type { Environment } from './environment.ts';
import { locate } from './environment.ts';
import { cellOf } from './inline.ts';

interface TableRows {
  /** Alignment of each column; absent if all are at the start. */
  readonly aligns?: readonly Align[];
  readonly header: readonly Inline[];
  readonly rows: readonly (readonly Inline[])[];
}

/** Counts the cells of a row as the author wrote it; `\|` is a bar in a cell. */
function countCells(line: string): number {
  const bars = line.replace(/\\\|/g, '').trim().replace(/^\|/, '').replace(/\|$/, '');
  return bars.split('|').length;
}

/** Counts cells in the source, because Markdown silently drops the extra cells of a row. */
function checkWidths(env: Environment, from: number, to: number, columns: number): void {
  for (let line = from; line < to; line++) {
    const source = env.lines[line] ?? '';
    if (source.trim() === '') continue;
    const cells = countCells(source);
    if (cells > columns) {
      env.report('too-many-cells', locate(env, '|', line, line + 1), { cells, columns, row: source.trim().slice(0, 100) });
    }
  }
}

/** Reads header and rows from a table's tokens. */
export function tableRows(tokens: readonly Token[], env: Environment): TableRows {
  const rows: Inline[][] = [];
  let row = tokens[0]?.map ?? null;
  for (const [index, token] of tokens.entries()) {
    if (token.type === 'tr_open') {
      rows.push([]);
      row = token.map ?? row;
    }
    if (token.type === 'th_open' || token.type === 'td_open') {
      const cell = tokens[index + 1];
      if (cell) rows.at(-1)?.push(cellOf({ ...cell, map: cell.map ?? row } as Token, env));
    }
  }
  const [header = [], ...body] = rows;
  const [from, to] = tokens[0]?.map ?? [0, 0];
  checkWidths(env, from + 2, to, header.length);
  const aligns = tokens.filter(({ type }) => type === 'th_open').map(alignOf);
  return { header, rows: body, ...(aligns.some((align) => align !== '') && { aligns }) };
}
