import { all, make } from '../widgets/element.ts';

/** Draws a cell for each question of the page of an activity, filled once it is right or noted. Visual only; none for a single question. */
export function cellsSoFar(root: HTMLElement): HTMLElement[] {
  const asked = all('.c-ask', root.closest('[data-page]') ?? root);
  const cells = asked.map(({ dataset }) => make('i', /right|done/.test(dataset.state ?? '') ? 'c-cell-right' : ''));
  const row = make('span', 'c-cells', ...cells);
  row.setAttribute('aria-hidden', 'true');
  return cells.length > 1 ? [row] : [];
}
