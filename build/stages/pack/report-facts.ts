import { partsOf } from '../../../src/model/course/chapters.ts';
import { routeOf } from '../../../src/model/course/route.ts';
import { passOf } from '../../../src/model/judging/progress.ts';
import type { FittedModule } from '../../model/built.ts';
import type { PackagePlan } from '../../model/package.ts';

/** Id by which a report finds a session: that of its module; of a course that is one SCO, those of all of them. */
function sessionId({ content }: FittedModule): string {
  return partsOf(content)
    .map(({ id }) => id)
    .sort()
    .join('+');
}

function sessionFacts(module: FittedModule) {
  const { content, pageMinutes } = module;
  const pages = content.chapters ? content.pages : routeOf(content.pages);
  const pass = content.chapters ? undefined : passOf(content);
  return {
    id: sessionId(module),
    title: content.title,
    minutes: content.minutes,
    ...(pass !== undefined && { pass }),
    competencies: content.competencies.map(({ id, title }) => ({ id, title })),
    pages: pages.map(({ id, title, further }) => ({ id, title, minutes: pageMinutes[id] ?? 0, ...(further && { further }) })),
  };
}

/** Facts that a report on learners shows: titles, pages with their minutes, pass marks. Neither keys nor texts of questions. */
export function reportFacts({ course, modules }: PackagePlan) {
  return {
    courseTitle: course.title,
    organisation: course.organisation,
    sessions: modules.map(sessionFacts),
  };
}
