import type { ModuleContent } from '../model/course.ts';
import type { Progress } from '../tracker.ts';
import { listByChapter } from './chapters.ts';
import { all, byId, make } from './element.ts';
import { t } from './words.ts';

const ICONS = { new: 'circle', begun: 'contrast', done: 'circle-check' } as const;

/** Links to activities; those of a page that was not seen yet are one link to the page. */
export function linkList(content: ModuleContent, marks: Progress['pages'], ids: readonly string[]): HTMLElement {
  return listByChapter(content, (part) => linksIn(part, marks, ids));
}

function linksIn({ activities, pages }: Pick<ModuleContent, 'activities' | 'pages'>, marks: Progress['pages'], ids: readonly string[]) {
  const links = new Map<string, string>();
  for (const { id, page, title, heading } of ids.flatMap((id) => activities.find((activity) => activity.id === id) ?? [])) {
    if (marks[page] === 'new') links.set(`#p-${page}`, pages.find((one) => one.id === page)?.title ?? '');
    else links.set(`#a-${id}`, (heading ?? title).replace(/^(.{60}\S*?)[.,;:]*\s.+/s, '$1…'));
  }
  const items = [...links].map(([href, title]) => {
    const link = make('a', '', title);
    link.href = href;
    return make('li', '', link);
  });
  return make('ul', '', ...items);
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
  const shown = byId('c-left').lastElementChild;
  const list = linkList(content, pages, left);
  byId('c-left').hidden = !left.length;
  // The focus may be on one of its links.
  if (shown?.textContent !== list.textContent) shown?.replaceWith(list);
}
