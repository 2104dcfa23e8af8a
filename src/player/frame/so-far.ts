import { all, make } from '../widgets/element.ts';

/** More cells than these do not fit beside a verdict on a phone. */
const MOST = 12;

/**
 * Draws a cell for each question of the page of an activity, filled once it is right or noted. Visual only.
 * @returns none for a single question, or for more than a line has room for
 */
export function cellsSoFar(root: HTMLElement): HTMLElement[] {
  const asked = all('.c-ask:not([hidden])', root.closest('[data-page]') ?? root);
  const cells = asked.map(({ dataset }) => make('i', /right|done/.test(dataset.state ?? '') ? 'c-cell-right' : ''));
  const row = make('span', 'c-cells', ...cells);
  row.setAttribute('aria-hidden', 'true');
  return cells.length > 1 && cells.length <= MOST ? [row] : [];
}
