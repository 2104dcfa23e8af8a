import { make } from './element.ts';
import { wholePercent } from './whole-percent.ts';
import { t } from './words.ts';

/** Where something stands, with its score. @param mark its pass mark where it has one, in percent */
export function stateWords(state: string, score: number | undefined, mark: number | undefined): string {
  return score === undefined ? state : state + t('results.percent', { score: wholePercent(score, mark) });
}

/**
 * A line of the results: its title, where it stands, a bar where there is a score.
 * @param words where it stands
 * @param score 0..100
 */
export function resultRow(title: string, words: string, score: number | undefined): HTMLElement {
  const bar = make('progress', 'c-progress');
  bar.max = 100;
  bar.value = score ?? 0;
  bar.hidden = score === undefined;
  bar.setAttribute('aria-label', title);
  return make('li', '', make('p', '', title, ' ', make('b', '', words)), bar);
}
