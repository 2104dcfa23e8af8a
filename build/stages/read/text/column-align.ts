import type { Token } from 'markdown-it';

/** Alignment of a column; '' is the start of its cells. */
export type Align = '' | 'center' | 'right';

/** Alignment of a cell, from the colons under its column: `|:-:|`, `|--:|`. */
export function alignOf(cell: Token | undefined): Align {
  const [, side = ''] = /^text-align:(center|right)$/.exec(String(cell?.attrGet('style') ?? '')) ?? [];
  return side as Align;
}
