import type { SaveStatus } from '../visit/tracker.ts';
import { announce } from './frame/spoken.ts';
import { all, make } from './widgets/element.ts';
import { icon } from './widgets/mark.ts';
import { t } from './widgets/strings.ts';

const ICONS = {
  saved: 'check',
  saving: 'refresh-cw',
  failed: 'cloud-off',
  alone: 'info',
  review: 'lock',
  browse: 'eye',
  elsewhere: 'triangle-alert',
} as const;

/** Time (ms) for which saving may fail before the learner is asked to keep a copy. */
const PATIENCE = 10_000;

/** Selects the page or view on screen. */
export const SHOWN = '.c-page:not([hidden])';

/** Focuses the title of the page or view on screen. */
export function focusTitle(): void {
  document.querySelector<HTMLElement>(`${SHOWN} h1`)?.focus();
}

/** Shows one banner at a time, between the bar and the page. `kind`: a `data-when` of the page's template. */
export function showBanner(kind: string | undefined): void {
  for (const banner of all('.c-banner')) {
    const goes = banner.dataset.when !== kind;
    // If one of its buttons has the focus, move the focus to the title, so that reading doesn't restart at the top.
    if (goes && banner.contains(document.activeElement)) focusTitle();
    banner.hidden = goes;
  }
}

/**
 * Shows the save status in the bar, and the current banner; announces failures and recoveries.
 * @param show shows the banner
 */
export function createSaveStatus(show: () => void): (status: SaveStatus) => void {
  const [host] = all('[data-save]') as [HTMLElement];
  let failing: ReturnType<typeof setTimeout> | undefined;
  let last: SaveStatus | undefined;
  return (status) => {
    // A retry in progress is no recovery.
    if (last === status || (failing && status === 'saving')) return;
    last = status;
    host.dataset.save = status;
    host.replaceChildren(icon(ICONS[status]), make('span', '', t(`save.${status}`)));
    if (status === 'failed') {
      // After the end there are no further tries: the view shows what to do.
      if (!document.body.hasAttribute('data-left')) announce(t('save.failed'));
      failing ??= setTimeout(showBanner, PATIENCE, status);
      return;
    }
    if (failing) announce(t('save.back'));
    clearTimeout(failing);
    failing = undefined;
    show();
  };
}
