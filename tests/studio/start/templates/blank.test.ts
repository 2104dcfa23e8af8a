import { expect, test } from 'vitest';
import { blankCourse } from '../../../../build/studio/start/templates/blank.ts';

const TITLE = 'Le "pain"';
const course = (lang: string, session: string): string =>
  `id: pain\ntitle: "Le \\"pain\\""\nlang: ${lang}\ntargets: [scorm12]\nmodules: [${session}]\n`;
const text = (session: string, page: string, lead: string): string =>
  `---\nid: ${session}\ntitle: "Le \\"pain\\""\nduration: 10min\ncompletion: visited\n---\n\n# ${page}\n\n${lead}\n`;

test.each([
  ['fr', 'seance-1', 'Première page {#premiere-page}', 'Écrivez ici ce que l’on lit en premier.'],
  ['en', 'session-1', 'First page {#first-page}', 'Write here what is read first.'],
] as const)('a blank course has one session of one page, in the language of the course: %s', (lang, session, page, lead) => {
  expect(Object.fromEntries(blankCourse({ id: 'pain', title: TITLE, lang }))).toEqual({
    'course.yaml': course(lang, session),
    [`${session}.md`]: text(session, page, lead),
  });
});
