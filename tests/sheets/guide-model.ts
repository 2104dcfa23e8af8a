import { type GuideInput, guideChapter } from '../../build/sheets/guide.ts';
import type { PaperPart, Question } from '../../build/sheets/paper-text.ts';
import { sheetStrings } from '../../build/sheets/sheet-strings.ts';
import type { Activity } from '../../src/model/course/activity.ts';
import type { ModuleContent } from '../../src/model/course/course.ts';
import { activity, bakery } from '../helpers/bakery.ts';
import { wordsOf } from './built-sheets.ts';

export const CHOICES = {
  choices: [
    { token: 'a', text: 'Au levain' },
    { token: 'b', text: 'Au sable' },
  ],
};
/** Makes a question with one right answer of two. */
export const pick = (id: string, more: Partial<Activity> = {}): Activity => activity(0, id, 'pick', { options: CHOICES, ...more });

/** Makes a question on paper. */
export function question(one: Activity, number: number): Question {
  const texts = { title: `Titre ${one.id}`, prompt: `<p>${one.id}</p>`, body: '<p>form</p>', html: '' };
  return { number, activity: one, ...texts } as unknown as Question;
}

/** Makes a text, perhaps with questions inside. */
export function prose(html: string, questions: Question[] = []): PaperPart {
  return { node: { kind: 'prose', html }, html, read: (id) => html.replace('MODULE', id), questions };
}

/** Makes the part of an activity. @param drawn questions in the handout */
export function asked(one: Activity, questions = [question(one, 1)], drawn?: Question[]): PaperPart {
  const node = { kind: 'activity', activity: one } as unknown as PaperPart['node'];
  return { ...prose('<p>not read</p>', questions), node, ...(drawn && { drawn: new Set(drawn) }) };
}

interface Given {
  readonly parts?: readonly PaperPart[];
  readonly activities?: readonly Activity[];
  readonly content?: Partial<ModuleContent>;
  readonly more?: Partial<GuideInput>;
  readonly lang?: 'fr' | 'en';
}

export const COURSE = {
  title: 'La boulangerie',
  organisation: 'Le moulin',
  competencies: [
    { id: 'c1', title: 'C1 Pétrir' },
    { id: 'c2', title: 'C2 <Vendre>' },
  ],
} as unknown as GuideInput['course'];

/** Makes the chapter of a session at the oven. */
function chapter({ parts = [], activities = [], content = {}, more = {}, lang = 'fr' }: Given): string {
  return guideChapter({
    module: { content: bakery({ activities, ...content }) },
    course: COURSE,
    cohort: undefined,
    notes: {},
    pages: [{ id: 'four', title: 'Le four & la pâte', parts }],
    types: new Map([['quiz', { strings: { fr: { label: 'Le quiz' }, en: { label: 'The quiz' } } }]]),
    strings: sheetStrings(lang),
    ...more,
  } as unknown as GuideInput);
}

/** The words of some markup. */
export const plain = (html: string): string => wordsOf(html).trim();
/** The pages with plain blanks, without the overview. */
export function pagesOf(given: Given): string {
  return chapter(given)
    .replace(/^.*?(?=<section class="s-page">)/s, '')
    .replace(/[\u00a0\u202f]/g, ' ')
    .trim();
}
/** The words above the pages. */
export const overviewOf = (given: Given): string => plain(chapter(given).replace(/<section class="s-page">.*/s, ''));
