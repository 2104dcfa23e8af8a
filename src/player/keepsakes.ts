import type { Activity } from '../model/course/activity.ts';
import type { ModuleContent } from '../model/course/course.ts';
import type { Tracker } from '../visit/tracker.ts';
import { all, make } from './widgets/element.ts';
import { showOwnWords } from './widgets/own-words.ts';
import { t } from './widgets/strings.ts';

/** Copies an element of a page, without what works only in its place: ids, footnotes, and words with a definition to open. */
function copyOf(original: HTMLElement): HTMLElement {
  const copy = original.cloneNode(true) as HTMLElement;
  delete copy.dataset.takeaway;
  for (const mark of all('.c-noteref', copy)) mark.remove();
  for (const term of all('.c-term', copy)) term.replaceWith(term.textContent ?? '');
  for (const one of [copy, ...all('[id]', copy)]) one.removeAttribute('id');
  return copy;
}

/** Quotes the last sentence that the session sets off as a pull quote, and its last takeaway. Pages that go further have none. */
export function takeaway({ pages }: ModuleContent): HTMLElement[] {
  const asked = pages.flatMap(({ id, further }) => (further ? [] : [id]));
  const found = all('[data-page] [data-takeaway]')
    .filter((one) => asked.includes(one.closest<HTMLElement>('[data-page]')?.dataset.page ?? ''))
    .reverse();
  const quote = found.find(({ dataset }) => dataset.takeaway === 'quote');
  const last = found.find(({ dataset }) => dataset.takeaway !== 'quote');
  return [...(quote ? [make('p', 'c-over', t('results.takeaway')), copyOf(quote)] : []), ...(last ? [copyOf(last)] : [])];
}

/** Returns the id of the activity of the same module that an activity recalls. */
function recalledBy({ options }: Activity): string | undefined {
  const { recall } = (options ?? {}) as { readonly recall?: unknown };
  return typeof recall === 'string' && !recall.includes('/') ? recall : undefined;
}

/** Quotes an answer. @returns nothing if it has no words */
function quoted(label: string, activity: Activity | undefined, tracker: Tracker): HTMLElement[] {
  if (!activity) return [];
  const { title, options, id } = activity;
  const quote = make('blockquote', '');
  const caption = make('figcaption', '', label);
  return showOwnWords(quote, { title, options, answer: tracker.standing(id).answer }) ? [make('figure', '', caption, quote)] : [];
}

/** Shows the learner's first words beside the last ones that recall them, if both are there. */
export function wordsThenAndNow({ pages, activities }: ModuleContent, tracker: Tracker): HTMLElement[] {
  const inOrder = pages.flatMap(({ id }) => activities.filter(({ page }) => page === id)).reverse();
  for (const now of inOrder) {
    const id = recalledBy(now);
    const before = id && activities.find((one) => one.id === id);
    if (!before) continue;
    const both = [...quoted(t('results.then'), before, tracker), ...quoted(t('results.now'), now, tracker)];
    if (both.length === 2) return [make('h2', '', t('results.words')), make('div', 'c-then-now', ...both)];
  }
  return [];
}
