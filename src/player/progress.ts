import type { ModuleContent } from '../model/course.ts';
import type { Progress } from '../tracker.ts';
import { all, byId, make } from './element.ts';
import { t } from './words.ts';

const ICONS = { new: 'circle', begun: 'contrast', done: 'circle-check' } as const;

/** A list of links to activities. */
export function activityLinks(content: ModuleContent, ids: readonly string[]): HTMLElement {
  const links = ids.map((id) => {
    const link = make('a', '', content.activities.find((activity) => activity.id === id)?.title ?? '');
    link.href = `#a-${id}`;
    return make('li', '', link);
  });
  return make('ul', '', ...links);
}

/** Shows progress in the bar and in the list of contents. */
export function showProgress(content: ModuleContent, { done, total, pages, left }: Progress): void {
  const bar = byId('c-progress') as HTMLProgressElement;
  const words = byId('c-done');
  bar.hidden = words.hidden = !total;
  bar.max = total || 1;
  bar.value = done;
  words.textContent = t('done', { done, total });
  for (const link of all('#c-pages a') as HTMLAnchorElement[]) {
    const mark = pages[link.hash.slice(3)] ?? 'new';
    if (link.dataset.mark === mark) continue;
    link.dataset.mark = mark;
    link.querySelector('use')?.setAttribute('href', `#i-${ICONS[mark]}`);
    (link.lastChild as HTMLElement).textContent = `, ${t(`page.${mark}`)}`;
  }
  byId('c-left').hidden = !left.length;
  byId('c-left').lastElementChild?.replaceWith(activityLinks(content, left));
}
