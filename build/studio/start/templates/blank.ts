import { type CourseFiles, courseText, type NewCourse } from './template.ts';

/** A course with one session of one page, to write in. */
export function blankCourse(course: NewCourse): CourseFiles {
  const [session, page] = course.lang === 'fr' ? ['seance-1', 'Première page'] : ['session-1', 'First page'];
  const lead = course.lang === 'fr' ? 'Écrivez ici ce que l’on lit en premier.' : 'Write here what is read first.';
  const pageId = course.lang === 'fr' ? 'premiere-page' : 'first-page';
  const text = `---
id: ${session}
title: ${JSON.stringify(course.title)}
duration: 10min
completion: visited
---

# ${page} {#${pageId}}

${lead}
`;
  return new Map([
    ['course.yaml', courseText(course, { sessions: [session] })],
    [`${session}.md`, text],
  ]);
}
