import type { Activity } from '../model/course/activity.ts';
import { type Part, partsOf } from '../model/course/chapters.ts';
import type { ModuleContent } from '../model/course/course.ts';
import { passOf } from '../model/judging/progress.ts';
import { isCompleted } from '../model/judging/status.ts';
import type { Progress } from '../visit/tracker.ts';
import { resultRow, stateWords } from './result-row.ts';
import { make } from './widgets/element.ts';
import { t } from './widgets/strings.ts';

/** Line of the notebook: the title of a chapter or page, a question, or an answer. */
export type Line = readonly ['h2' | 'h3' | 'h4' | 'p', string];

// Support in the page for a course that is one SCO. In the runtime of a single module, `alone.ts` replaces this file.

/** Returns the pass mark of the module or chapter that contains an activity. */
export function passFor(content: ModuleContent, activity: Activity): number | undefined {
  return partsOf(content).find(({ activities }) => activities.includes(activity))?.pass;
}

/** Makes a list, or one under the title of each chapter that has entries. */
export function listByChapter(content: ModuleContent, list: (part: Part) => HTMLElement): HTMLElement {
  if (!content.chapters) return list(content);
  const lists = partsOf(content).map((part) => [part.title, list(part)] as const);
  return make('ul', '', ...lists.flatMap(([title, inner]) => (inner.firstChild ? [make('li', '', title, inner)] : [])));
}

/** Returns true if a chapter has a pass mark that isn't reached yet. */
export function hasToReach({ chapters = [] }: ModuleContent, progress: Progress): boolean {
  return chapters.some((chapter, index) => passOf(chapter) && progress.chapters[index]?.status !== 'passed');
}

/** Explains when a competency is reached, if chapters decide; undefined if none does. */
export function chapterLegend({ chapters }: ModuleContent): string | undefined {
  return chapters && t('results.chapter.legend');
}

/** Makes a chapter's row in the results; it shows the pass mark, if any, until it is reached. */
function rowOf({ title, pages, ...part }: Part, index: number, progress: Progress): HTMLElement {
  const { score, status = 'incomplete' } = progress.chapters[index] ?? {};
  const pass = passOf(part);
  const isNew = status === 'incomplete' && pages.every((page) => progress.pages[page.id] === 'new');
  const more = pass && status !== 'passed' ? `. ${t('results.pass', { pass })}` : '';
  return resultRow(title, stateWords(t(`results.chapter.${isNew ? 'new' : status}`), score, pass) + more, score);
}

/** Makes a row for each chapter. */
export function chapterRows(content: ModuleContent, progress: Progress): HTMLElement[] {
  return content.chapters ? partsOf(content).map((part, index) => rowOf(part, index, progress)) : [];
}

/** Makes the card of the next chapter, once one is completed and the next one isn't begun. */
export function nextChapter(content: ModuleContent, progress: Progress): HTMLElement[] {
  const parts = content.chapters ? partsOf(content) : [];
  const next = parts.findIndex(({ pages }) => pages.every(({ id }) => progress.pages[id] === 'new'));
  const [part, before] = [parts[next], progress.chapters[next - 1]];
  const [first] = part?.pages ?? [];
  if (!part || !first || !before || !isCompleted(before.status)) return [];
  const link = make('a', 'c-button c-button-main', t('results.go', { title: part.title }));
  link.href = `#p-${first.id}`;
  return [make('h2', '', t('results.after')), make('p', 'c-after-card', link)];
}

/** Groups the notebook's lines under the titles of their chapters: headings go one level down. */
export function linesByChapter(content: ModuleContent, linesOf: (pages: ModuleContent['pages']) => readonly Line[]): readonly Line[] {
  if (!content.chapters) return linesOf(content.pages);
  return partsOf(content).flatMap(({ pages, title }): readonly Line[] => {
    const lines = linesOf(pages).map(([tag, text]): Line => [tag === 'h2' ? 'h3' : tag === 'h3' ? 'h4' : tag, text]);
    return lines.length > 0 ? [['h2', title], ...lines] : [];
  });
}
