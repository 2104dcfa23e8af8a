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
function showBanner(kind: string | undefined): void {
  for (const banner of all('.c-banner')) banner.hidden = banner.dataset.when !== kind;
}

/**
 * Shows the save status in the bar, and a banner where it must be known; failures and recoveries are said aloud.
 * @param news what is to be said while nothing more urgent is: a `data-when`
 */
export function createSaveStatus(news: () => string | undefined, announce: (text: string) => void): (status: SaveStatus) => void {
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
      announce(t('save.failed'));
      failing ??= setTimeout(showBanner, PATIENCE, status);
      return;
    }
    if (failing) announce(t('save.back'));
    clearTimeout(failing);
    failing = undefined;
    showBanner(status === 'saved' || status === 'saving' ? news() : status);
  };
}
