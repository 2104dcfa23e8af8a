import type { ModuleContent } from '../model/course.ts';
import { all, byId } from './element.ts';
import type { RestOfModule } from './rest.ts';
import { t } from './words.ts';

/** The pages of the module, and the views beside them: one at a time. */
export interface Pages {
  /** Shows a page; focus goes to its title unless `quiet`. */
  show(id: string, quiet?: boolean): void;
  view(name: string): void;
  /** By one page, 1 or -1; after the last come the results. */
  step(by: number): void;
  /** Goes to an activity, wherever it stands. */
  reach(root: HTMLElement): void;
  back(): void;
}

/**
 * Page turns leave no history: an LMS's own « back » must lead out of the module. No element has such a name,
 * or the browser would scroll to it and let the first Tab begin there.
 */
function keepAddress(id: string): void {
  try {
    history.replaceState(null, '', `#/${id}`);
  } catch {
    // A sandboxed frame or a page without address may refuse.
  }
}

/**
 * @param rest brings the pages after the first
 * @param open is called before a page is seen: its activities are to be mounted
 * @param results shows the results
 */
export function createPages(
  content: ModuleContent,
  rest: RestOfModule,
  open: (id: string, section: HTMLElement) => void,
  results: () => void,
): Pages {
  const ids = content.pages.map((page) => page.id);
  const nav = byId('c-nav');
  const [previous, next] = nav.children as unknown as readonly [HTMLElement, HTMLElement];
  let current = ids[0] ?? '';

  function unhide(section: HTMLElement, where: string, quiet?: boolean): void {
    for (const other of all('.c-page')) other.hidden = other !== section;
    const [title] = all('h1', section) as [HTMLElement];
    nav.hidden = !where;
    byId('c-where').textContent = where;
    document.title = `${title.textContent} – ${section.querySelector('.c-over')?.textContent ?? content.title}`;
    if (quiet) return;
    title.focus();
    scrollTo(0, 0);
  }

  function show(id: string, quiet?: boolean): void {
    if (id === ids[0]) showNow(id, quiet);
    else rest.whenReady(() => showNow(id, quiet));
  }

  function showNow(id: string, quiet?: boolean): void {
    const section = byId(`p-${id}`);
    const place = ids.indexOf(id);
    if (place < 0) return;
    current = id;
    open(id, section);
    for (const [index, link] of all('#c-pages a').entries()) link.setAttribute('aria-current', index === place ? 'page' : 'false');
    previous.hidden = place === 0;
    (next.firstChild as HTMLElement).textContent = t(place === ids.length - 1 ? 'next.results' : 'next');
    unhide(section, t('where', { page: place + 1, total: ids.length }), quiet);
    if (!quiet) keepAddress(id);
  }

  return {
    show,
    view: (name) => unhide(document.querySelector(`[data-view=${name}]`) as HTMLElement, ''),
    step(by) {
      const id = ids[ids.indexOf(current) + by];
      if (id) show(id);
      else rest.whenReady(results);
    },
    reach(root) {
      const page = root.closest<HTMLElement>('[data-page]');
      if (page?.hidden) show(page.dataset.page ?? '');
      // What holds it in something folded opens it, or says why it won't.
      if (!root.dispatchEvent(new CustomEvent('cartable:show', { bubbles: true, cancelable: true }))) return;
      root.focus();
      root.scrollIntoView();
    },
    back: () => show(current),
  };
}
