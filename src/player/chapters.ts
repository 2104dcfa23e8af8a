import type { Activity } from '../model/activity.ts';
import { type Part, partsOf } from '../model/chapters.ts';
import type { ModuleContent } from '../model/course.ts';
import { passOf } from '../model/progress.ts';
import type { Progress } from '../tracker.ts';
import { make } from './element.ts';
import { resultRow, stateWords } from './result-row.ts';
import { t } from './words.ts';

/** A line of the notebook: the title of a chapter or page, a question, an answer. */
export type Line = readonly ['h2' | 'h3' | 'h4' | 'p', string];

// All that the page knows of a course that is one SCO. The runtime of a single module has `alone.ts` in its place.

/** Pass mark of the module or chapter that an activity stands in. */
export function passFor(content: ModuleContent, activity: Activity): number | undefined {
  return partsOf(content).find(({ activities }) => activities.includes(activity))?.pass;
}

/** A list, or one for each chapter that has something to list, under its title. */
export function listByChapter(content: ModuleContent, list: (part: Part) => HTMLElement): HTMLElement {
  if (!content.chapters) return list(content);
  const lists = partsOf(content).map((part) => [part.title, list(part)] as const);
  return make('ul', '', ...lists.flatMap(([title, inner]) => (inner.firstChild ? [make('li', '', title, inner)] : [])));
}

/** Whether a chapter has a pass mark that is still to be reached. */
export function hasToReach({ chapters = [] }: ModuleContent, progress: Progress): boolean {
  return chapters.some((chapter, index) => passOf(chapter) && progress.chapters[index]?.status !== 'passed');
}

/** What it takes for a competency, where chapters decide; undefined where none does. */
export function chapterLegend({ chapters }: ModuleContent): string | undefined {
  return chapters && t('results.chapter.legend');
}

/** A chapter's line in the results; one that has a pass mark names it until it is reached. */
function rowOf({ title, pages, ...part }: Part, index: number, progress: Progress): HTMLElement {
  const { score, status = 'incomplete' } = progress.chapters[index] ?? {};
  const pass = passOf(part);
  const isNew = status === 'incomplete' && pages.every((page) => progress.pages[page.id] === 'new');
  const more = pass && status !== 'passed' ? `. ${t('results.pass', { pass })}` : '';
  return resultRow(title, stateWords(t(`results.chapter.${isNew ? 'new' : status}`), score, pass) + more, score);
}

/** A line for each chapter. */
export function chapterRows(content: ModuleContent, progress: Progress): HTMLElement[] {
  return content.chapters ? partsOf(content).map((part, index) => rowOf(part, index, progress)) : [];
}

/** Lines of the notebook under the titles of their chapters: headings go one level down. */
export function linesByChapter(content: ModuleContent, linesOf: (pages: ModuleContent['pages']) => readonly Line[]): readonly Line[] {
  if (!content.chapters) return linesOf(content.pages);
  return partsOf(content).flatMap(({ pages, title }): readonly Line[] => {
    const lines = linesOf(pages).map(([tag, text]): Line => [tag === 'h2' ? 'h3' : tag === 'h3' ? 'h4' : tag, text]);
    return lines.length > 0 ? [['h2', title], ...lines] : [];
  });
}
