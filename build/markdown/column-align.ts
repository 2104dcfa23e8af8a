import type { Token } from 'markdown-it';

/** How a column is set: '' at the start of its cells. */
export type Align = '' | 'center' | 'right';

/** How a cell is set, by the colons under its column: `|:-:|`, `|--:|`. */
export function alignOf(cell: Token | undefined): Align {
  const [, side = ''] = /^text-align:(center|right)$/.exec(String(cell?.attrGet('style') ?? '')) ?? [];
  return side as Align;
}
