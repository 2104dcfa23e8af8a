import { type Placed, rankOf } from '../../src/model/course/levels.ts';
import type { Strings } from '../../src/player/frame/mount.ts';
import { make } from '../../src/player/widgets/element.ts';
import { format } from '../../src/player/widgets/strings.ts';

interface Scale {
  readonly items: readonly { readonly text: string }[];
  readonly levels: readonly { readonly text: string }[];
}

/**
 * Fills the table of a scale and its repetition with the lines that have a level in both; hides it if there are none.
 * @returns the lines with a gained level
 */
export function showWay(box: HTMLElement, first: Placed | undefined, second: Placed | undefined, strings: Strings): string[] {
  const { items = [], levels = [] } = (second?.options ?? {}) as Partial<Scale>;
  const lines = items.map(({ text }) => ({ text, from: rankOf(first, text, levels), to: rankOf(second, text, levels) }));
  const known = lines.filter(({ from, to }) => from >= 0 && to >= 0);
  // Levels are compared without typography.
  const words = (rank: number): string => (levels[rank]?.text ?? '').replace(/'/g, '’');
  const rows = known.map(({ text, from, to }) => {
    const head = make('th', '', text);
    head.scope = 'row';
    const way = format(strings, from === to ? 'same' : from < to ? 'up' : 'down', { n: Math.abs(to - from) });
    return make('tr', '', head, ...[words(from), words(to), way].map((text) => make('td', '', text)));
  });
  box.querySelector('tbody')?.replaceChildren(...rows);
  box.hidden = rows.length === 0;
  return known.filter(({ from, to }) => from < to).map(({ text }) => text);
}
