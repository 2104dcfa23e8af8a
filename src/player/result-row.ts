import { make } from './element.ts';
import { t } from './words.ts';

/** Where something stands, with its score. */
export function stateWords(state: string, score: number | undefined): string {
  return score === undefined ? state : state + t('results.percent', { score: Math.round(score) });
}

/**
 * A line of the results: its title, where it stands, a bar where there is a score.
 * @param state in words
 * @param score 0..100
 */
export function resultRow(title: string, state: string, score: number | undefined, more = ''): HTMLElement {
  const bar = make('progress', 'c-progress');
  bar.max = 100;
  bar.value = score ?? 0;
  bar.hidden = score === undefined;
  bar.setAttribute('aria-label', title);
  return make('li', '', make('p', '', title, ' ', make('b', '', stateWords(state, score), more)), bar);
}
