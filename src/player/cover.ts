import type { ModuleContent } from '../model/course/course.ts';
import { routeOf } from '../model/course/route.ts';
import type { Tracker } from '../visit/tracker.ts';
import { all } from './widgets/element.ts';
import { t } from './widgets/strings.ts';

/** Returns the cover of the module; undefined if its pages are shown as a whole. */
export function coverOf(): HTMLElement | undefined {
  return all('[data-view="cover"]')[0];
}

/**
 * Labels the cover's button with the page where the learner continues.
 * @param page id of the page to begin or continue with
 */
export function labelBeginButton({ pages }: ModuleContent, tracker: Tracker, page: string): void {
  const label = document.getElementById('c-begin');
  if (!label || tracker.state().seen.length === 0) return;
  const { done, total } = tracker.progress();
  label.textContent =
    done === total ? t('begin.again') : t('begin.resume', { page: routeOf(pages).findIndex(({ id }) => id === page) + 1 });
}
