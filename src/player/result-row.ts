import { make } from './widgets/element.ts';
import { t } from './widgets/strings.ts';
import { wholePercent } from './widgets/whole-percent.ts';

/** Describes a state, with its score. @param mark pass mark in percent, if there is one */
export function stateWords(state: string, score: number | undefined, mark: number | undefined): string {
  return score === undefined ? state : state + t('results.percent', { score: wholePercent(score, mark) });
}

/** Number of right answers, of those given. */
export interface Cells {
  readonly right: number;
  readonly answered: number;
}

/** Draws a cell for each question. Visual only: the text has the same content. */
function cellsOf({ right, answered }: Cells): HTMLElement {
  const cells = Array.from({ length: answered }, (_, index) => make('i', index < right ? 'c-cell-right' : ''));
  const row = make('div', 'c-cells', ...cells);
  row.setAttribute('aria-hidden', 'true');
  return row;
}

/**
 * Makes a row of the results: title, state, and a bar if there is a score.
 * @param words state as text
 * @param score 0..100
 * @param cells number of right answers, drawn instead of the bar
 */
export function resultRow(title: string, words: string, score: number | undefined, cells?: Cells): HTMLElement {
  const line = make('p', '', title, ' ', make('b', '', words));
  if (cells) return make('li', '', line, cellsOf(cells));
  const bar = make('progress', 'c-progress');
  bar.max = 100;
  bar.value = score ?? 0;
  bar.hidden = score === undefined;
  bar.setAttribute('aria-label', title);
  return make('li', '', line, bar);
}
