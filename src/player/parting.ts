import { announce } from './frame/spoken.ts';
import { all, byId, make } from './widgets/element.ts';
import { t } from './widgets/strings.ts';

/** Asks for « Enregistrer et quitter » below each page and view, and announces it once: closing the tab would lose the visit's end. */
export function offerParting(): void {
  if (all('.c-parting').length > 0) return;
  const button = byId('c-foot').querySelector('[data-action="leave"]')?.cloneNode(true) as HTMLElement;
  button.className = 'c-button';
  const box = make('div', 'c-parting', make('p', '', t('parting')), button);
  box.dataset.mark = 'info';
  byId('c-nav').after(box);
  announce(t('parting'));
}
