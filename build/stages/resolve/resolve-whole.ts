import type { Chapter } from '../../../src/model/course/course.ts';
import type { Diagnostics } from '../../diagnostics/diagnostics.ts';
import type { BuiltModule } from '../../model/built.ts';
import type { Cohort, NumberedCourse } from '../../model/course.ts';
import type { ActivityType } from '../../types/activity-type.ts';
import { resolveCourse, resolveModule } from './resolve-module.ts';

type Types = ReadonlyMap<string, ActivityType>;

interface BuiltChapter {
  readonly n: number;
  readonly built: BuiltModule;
}

/** Resolves the modules with their numbers and names in the one SCO, without modules that have no page for this cohort. */
function chaptersOf(prepared: NumberedCourse, cohort: Cohort | null, types: Types, diagnostics: Diagnostics): BuiltChapter[] {
  const file = prepared.source.course.value;
  const context = { file, course: resolveCourse(file, cohort), cohort, types, diagnostics };
  return prepared.modules.flatMap(({ module }) => {
    const numbers = prepared.chapters?.get(module.id);
    const built = numbers && resolveModule(module, { ...context, numbers });
    return built && built.pages.length > 0 ? [{ n: numbers.n, built }] : [];
  });
}

function chapterOf({ n, built: { content } }: BuiltChapter): Chapter {
  const { id, title, minutes, completion, pass, onFail, bands, pages } = content;
  return { id, n, title, minutes, completion, ...(pass !== undefined && { pass }), onFail, ...(bands && { bands }), pages: pages.length };
}

/** Resolves a course that is one SCO for one cohort: its modules are chapters, and it has the course's id. */
export function resolveWhole(prepared: NumberedCourse, cohort: Cohort | null, types: Types, diagnostics: Diagnostics): BuiltModule {
  const file = prepared.source.course.value;
  const { id, title, lang, organisation, competencies } = resolveCourse(file, cohort);
  const chapters = chaptersOf(prepared, cohort, types, diagnostics);
  const contents = chapters.map(({ built }) => built.content);
  const used = new Set(contents.flatMap((content) => content.competencies.map((competency) => competency.id)));
  return {
    pages: chapters.flatMap(({ built }) => built.pages),
    pace: file.pace,
    cover: chapters[0]?.built.cover ?? { aims: [] },
    certificate: chapters.some(({ built }) => built.certificate),
    content: {
      course: id,
      courseTitle: title,
      ...(organisation !== '' && { organisation }),
      id,
      title,
      lang,
      minutes: contents.reduce((sum, { minutes }) => sum + minutes, 0),
      // Placeholders: the chapters decide completion.
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
