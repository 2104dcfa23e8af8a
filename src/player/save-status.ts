import type { SaveStatus } from '../tracker.ts';
import { all, make } from './element.ts';
import { icon } from './mark.ts';
import { t } from './words.ts';

const ICONS = {
  saved: 'check',
  saving: 'refresh-cw',
  failed: 'cloud-off',
  alone: 'info',
  review: 'lock',
  browse: 'eye',
  elsewhere: 'triangle-alert',
} as const;

/** How long saving may fail before the learner is asked to keep a copy. */
const PATIENCE = 10_000;

/** One banner at a time, between the bar and the page. `kind`: a `data-when` of the page's template. */
export function showBanner(kind: string | undefined): void {
  for (const banner of all('.c-banner')) {
    const goes = banner.dataset.when !== kind;
    // Whoever pressed a button of it goes on reading, and does not begin again at the top.
    if (goes && banner.contains(document.activeElement)) document.querySelector<HTMLElement>('.c-page:not([hidden]) h1')?.focus();
    banner.hidden = goes;
  }
}

/**
 * Shows the save status in the bar, and a banner where it must be known; failures and recoveries are said aloud.
 * @param bannerOf what is to be said in a status: a `data-when`
 */
export function createSaveStatus(
  bannerOf: (status: SaveStatus) => string | undefined,
  announce: (text: string) => void,
): (status: SaveStatus) => void {
  const [host] = all('[data-save]') as [HTMLElement];
  let failing: ReturnType<typeof setTimeout> | undefined;
  let last: SaveStatus | undefined;
  return (status) => {
    // A retry under way is no recovery.
    if (last === status || (failing && status === 'saving')) return;
    last = status;
    host.dataset.save = status;
    host.replaceChildren(icon(ICONS[status]), make('span', '', t(`save.${status}`)));
    if (status === 'failed') {
      // After the end no further try follows: the view says what to do.
      if (!document.body.hasAttribute('data-left')) announce(t('save.failed'));
      failing ??= setTimeout(showBanner, PATIENCE, status);
      return;
    }
    if (failing) announce(t('save.back'));
    clearTimeout(failing);
    failing = undefined;
    showBanner(bannerOf(status));
  };
}
