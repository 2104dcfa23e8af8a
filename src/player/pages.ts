import type { ModuleContent } from '../model/course/course.ts';
import { routeOf } from '../model/course/route.ts';
import type { RestOfModule } from './rest.ts';
import type { Steps } from './steps.ts';
import { all, byId } from './widgets/element.ts';
import { t } from './widgets/strings.ts';

/** Pages of the module, and other views: one is shown at a time. */
export interface Pages {
  /** Shows a page; focuses its title unless `quiet`. */
  show(id: string, quiet?: boolean): void;
  /** Shows a view; focuses its title unless `quiet`. */
  view(name: string, quiet?: boolean): void;
  /** Turns by one page, 1 or -1; the results follow the last page that is asked for, and the last of all. */
  step(by: number): void;
  /** Goes to an activity on any page. */
  reach(root: HTMLElement): void;
  back(): void;
}

/**
 * Updates the address without adding history: an LMS's own « back » must leave the module. No element may have this name as
 * id, or the browser would scroll to it and start the first Tab there.
 */
function keepAddress(id: string): void {
  try {
    history.replaceState(null, '', `#/${id}`);
  } catch {
    // A sandboxed frame or a page without address may refuse.
  }
}

/** Shows a page or view. @param where « Page 2 of 5 »; '' for a view */
function unhide(section: HTMLElement, { title: module, pages }: ModuleContent, where: string, quiet?: boolean): void {
  document.body.dataset.showing = section.dataset.view ?? 'page';
  for (const other of all('.c-page')) other.hidden = other !== section;
  const [title] = all('h1', section) as [HTMLElement];
  byId('c-nav').hidden = !where;
  byId('c-where').textContent = where;
  const isFurther = pages.some(({ id, further }) => further && section.dataset.page === id);
  const over = isFurther ? null : section.querySelector('.c-over');
  document.title = `${title.textContent} – ${over?.textContent ?? module}`;
  if (quiet) return;
  title.focus();
  scrollTo(0, 0);
}

/** Ids of the pages by their numbers. */
interface Route {
  readonly ids: readonly string[];
  /** Number of pages that the session asks for; the others go further. */
  readonly asked: number;
}

function routeIn({ pages }: ModuleContent): Route {
  return { ids: routeOf(pages).map(({ id }) => id), asked: pages.filter(({ further }) => !further).length };
}

/** Tests whether the results follow a page. */
function isLast({ ids, asked }: Route, place: number): boolean {
  return place + 1 === asked || place + 1 === ids.length;
}

/** Returns the page before or after another; undefined: the results come next. */
function pageAfter(route: Route, id: string, by: number): string | undefined {
  const place = route.ids.indexOf(id);
  return by > 0 && isLast(route, place) ? undefined : route.ids[place + by];
}

/** Returns « Page 2 of 5 ». */
function whereIn({ asked }: Route, place: number): string {
  return place < asked ? t('where', { page: place + 1, total: asked }) : t('further.where', { page: place + 1 });
}

/** Marks a page in the list of contents, where those that go further may come before another chapter. */
function markCurrent(id: string): void {
  for (const link of all('#c-pages a') as HTMLAnchorElement[])
    link.setAttribute('aria-current', link.hash === `#p-${id}` ? 'page' : 'false');
}

/**
 * @param rest loads the pages after the first
 * @param open called before a page is seen, to mount its activities
 * @param results shows the results
 * @param steps steps of the page on screen
 */
export function createPages(
  content: ModuleContent,
  rest: RestOfModule,
  open: (id: string, section: HTMLElement) => void,
  results: () => void,
  steps: Steps,
): Pages {
  const route = routeIn(content);
  const [previous, next] = byId('c-nav').children as unknown as readonly [HTMLElement, HTMLElement];
  const first = content.pages[0]?.id ?? '';
  let current = first;

  function show(id: string, quiet?: boolean): void {
    if (id === first) showNow(id, quiet);
    else rest.whenReady(() => showNow(id, quiet));
  }

  function showNow(id: string, quiet?: boolean): void {
    const section = byId(`p-${id}`);
    const place = route.ids.indexOf(id);
    if (place < 0) return;
    current = id;
    open(id, section);
    steps.enter(section);
    markCurrent(id);
    previous.hidden = place === 0;
    (next.firstChild as HTMLElement).textContent = t(isLast(route, place) ? 'next.results' : 'next');
    unhide(section, content, whereIn(route, place), quiet);
    if (!quiet) keepAddress(id);
  }

  return {
    show,
    view(name, quiet) {
      steps.leave();
      unhide(document.querySelector(`[data-view=${name}]`) as HTMLElement, content, '', quiet);
    },
    step(by) {
      const id = pageAfter(route, current, by);
      if (id) show(id);
      else rest.whenReady(results);
    },
    reach(root) {
      const page = root.closest<HTMLElement>('[data-page]');
      if (page?.hidden) show(page.dataset.page ?? '');
      // The folded element that contains it opens, or shows why it can't.
      if (!root.dispatchEvent(new CustomEvent('cartable:show', { bubbles: true, cancelable: true }))) return;
      root.focus();
      root.scrollIntoView();
    },
    back: () => show(current),
  };
}
