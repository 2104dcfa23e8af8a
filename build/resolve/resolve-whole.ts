import type { Chapter } from '../../src/model/course.ts';
import { activityTypes } from '../activities.ts';
import type { BuiltModule } from '../built.ts';
import type { Diagnostics } from '../diagnostics.ts';
import type { PreparedCourse } from '../prepare-course.ts';
import { resolveCourse, resolveModule } from '../stages/resolve.ts';
import type { Cohort } from './resolver.ts';

interface BuiltChapter {
  readonly n: number;
  readonly built: BuiltModule;
}

/** The modules with the numbers and names that they have in the one SCO. One of which a cohort sees no page is no chapter for it. */
function chaptersOf(prepared: PreparedCourse, cohort: Cohort | null, diagnostics: Diagnostics): BuiltChapter[] {
  const file = prepared.source.course.value;
  const context = { file, course: resolveCourse(file, cohort), cohort, types: activityTypes(), diagnostics };
  return prepared.modules.flatMap(({ module }) => {
    const numbers = prepared.chapters?.get(module.id);
    const built = numbers && resolveModule(module, { ...context, numbers });
    return built && built.pages.length > 0 ? [{ n: numbers.n, built }] : [];
  });
}

function chapterOf({ n, built: { content } }: BuiltChapter): Chapter {
  const { id, title, minutes, completion, pass, onFail, pages } = content;
  return { id, n, title, minutes, completion, ...(pass !== undefined && { pass }), onFail, pages: pages.length };
}

/** A course that is one SCO, as one cohort sees it: its modules are chapters, and it is called as the course. */
export function resolveWhole(prepared: PreparedCourse, cohort: Cohort | null, diagnostics: Diagnostics): BuiltModule {
  const { id, title, lang, organisation, competencies } = resolveCourse(prepared.source.course.value, cohort);
  const chapters = chaptersOf(prepared, cohort, diagnostics);
  const contents = chapters.map(({ built }) => built.content);
  const used = new Set(contents.flatMap((content) => content.competencies.map((competency) => competency.id)));
  return {
    pages: chapters.flatMap(({ built }) => built.pages),
    content: {
      course: id,
      courseTitle: title,
      ...(organisation !== '' && { organisation }),
      id,
      title,
      lang,
      minutes: contents.reduce((sum, { minutes }) => sum + minutes, 0),
      // What it takes is said by the chapters.
      completion: 'activities',
      onFail: 'incomplete',
      competencies: competencies.filter((competency) => used.has(competency.id)),
      line: prepared.lock.line,
      ...(prepared.lock.old && { old: prepared.lock.old }),
      pages: contents.flatMap(({ pages }) => pages),
      activities: contents.flatMap(({ activities }) => activities).sort((a, b) => a.n - b.n),
      chapters: chapters.map(chapterOf),
    },
  };
}
