import type { Activity } from '../model/course/activity.ts';
import type { Part } from '../model/course/chapters.ts';
import type { ModuleContent } from '../model/course/course.ts';
import { passOf } from '../model/judging/progress.ts';
import type { Progress } from '../visit/tracker.ts';
import { listByChapter } from './chapters.ts';
import { cutAt } from './short-name.ts';
import { all, byId, make } from './widgets/element.ts';
import { t } from './widgets/strings.ts';

const ICONS = { new: 'circle', begun: 'contrast', done: 'circle-check' } as const;

/** Makes the line of a pass mark that is required and not reached yet; empty if there is none. */
function passLine(part: Part, progress: Progress): HTMLElement[] {
  const pass = passOf(part);
  const { score = -1, status } = progress.chapters.find(({ id }) => id === part.id) ?? progress;
  return pass && score < pass && status !== 'passed' ? [make('li', '', t('results.pass', { pass }))] : [];
}

/** Makes links to activities; those of a page not seen yet become one link to the page. */
export function linkList(content: ModuleContent, marks: Progress['pages'], ids: readonly string[]): HTMLElement {
  return listByChapter(content, (part) => linksIn(part, marks, ids));
}

/** Returns the first words of an activity's own text. */
function firstWords(root: Element): string {
  const words = all('[data-body] *', root).find(({ firstChild }) => firstChild?.nodeType === 3 && firstChild.textContent?.trim());
  return cutAt(words?.textContent?.trim() ?? '', 40);
}

/**
 * Returns an activity's title, shortened if long, with its next step if there is one. If the title is just its type's name, adds
 * the page, or the first words if the page has two of these.
 */
function nameOf({ id, heading, title, page }: Activity, on: string, activities: readonly Activity[]): string {
  const root = document.getElementById(`a-${id}`);
  const offer = root?.querySelector<HTMLElement>('[data-offer]')?.dataset.offer ?? '';
  const isLabel = !heading && root?.querySelector('.c-kicker > span')?.textContent === title;
  const isOne = activities.filter((one) => one.page === page && !one.heading && one.title === title).length < 2;
  return cutAt(heading ?? title, 60) + (isLabel ? ` (${(!isOne && firstWords(root)) || on})` : offer);
}

function linksIn({ activities, pages }: Pick<ModuleContent, 'activities' | 'pages'>, marks: Progress['pages'], ids: readonly string[]) {
  const links = new Map<string, string>();
  for (const activity of ids.flatMap((id) => activities.find((activity) => activity.id === id) ?? [])) {
    const { id, page } = activity;
    const on = pages.find((one) => one.id === page)?.title ?? '';
    if (marks[page] === 'new') links.set(`#p-${page}`, on);
    else links.set(`#a-${id}`, nameOf(activity, on, activities));
  }
  const items = [...links].map(([href, title]) => {
    const link = make('a', '', title);
    link.href = href;
    return make('li', '', link);
  });
  return make('ul', '', ...items);
}

/** Lists everything still to do for the count in the bar. */
function leftList(content: ModuleContent, progress: Progress): HTMLElement {
  return listByChapter(content, (part) => {
    const list = linksIn(part, progress.pages, progress.left);
    list.append(...passLine(part, progress));
    return list;
  });
}

/** Shows progress in the bar and in the list of contents. */
export function showProgress(content: ModuleContent, progress: Progress): void {
  const { done, total, pages } = progress;
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
    (link.querySelector('.c-words') as HTMLElement).textContent = `, ${t(`page.${mark}`)}`;
  }
  const shown = byId('c-left').lastElementChild;
  const list = leftList(content, progress);
  byId('c-left').hidden = !list.firstChild;
  // Replace it only if changed: one of its links may have the focus.
  if (shown?.textContent !== list.textContent) shown?.replaceWith(list);
}
