import { all, byId, make } from './element.ts';
import { announce } from './spoken.ts';
import { t } from './words.ts';

/** Asks for « Enregistrer et quitter » at the end of each page and view, and once aloud. Closing the tab would lose the end of the visit. */
export function offerParting(): void {
  if (all('.c-parting').length > 0) return;
  const button = byId('c-foot').querySelector('[data-action="leave"]')?.cloneNode(true) as HTMLElement;
  button.className = 'c-button';
  const box = make('div', 'c-parting', make('p', '', t('parting')), button);
  box.dataset.mark = 'info';
  byId('c-nav').after(box);
  announce(t('parting'));
}
