import { basename } from 'node:path';
import { Diagnostics } from '../diagnostics/diagnostics.ts';
import { withCommands } from '../diagnostics/format.ts';
import { openCourse } from '../open-course.ts';
import { coursesIn } from '../stages/read/course-folders.ts';
import type { CommandContext } from './context.ts';
import { strings } from './strings.ts';

/** Lines about one course. */
function linesOf(path: string, context: CommandContext): string[] {
  const w = strings[context.language];
  const course = openCourse(path, { provisional: true }, context.engine, new Diagnostics());
  if (!course) return [`${basename(path)} (${withCommands(w.listUnread, context.command)})`];
  const { id, title, modules, targets } = course.source.course.value;
  const titles = new Map(course.modules.map(({ module }) => [module.id, module.title]));
  const width = Math.max(...modules.map((module) => module.length));
  const cohorts = course.source.cohorts.map(({ name, file }) => (file.isBroken ? name : `${name} (${file.value.title})`));
  return [
    `${id}  ${title}`,
    `  ${w.listModules}`,
    ...modules.map((module) => `    ${module.padEnd(width)}  ${titles.get(module) ?? `(${withCommands(w.listUnread, context.command)})`}`),
    ...(cohorts.length > 0 ? [`  ${w.listCohorts}`, ...cohorts.map((cohort) => `    ${cohort}`)] : []),
    `  ${w.listTargets}`,
    `    ${targets.join(', ')}`,
  ];
}

/** `cartable list`: shows the courses with their sessions, cohorts and targets. Exit code 0. */
export async function runList(context: CommandContext): Promise<number> {
  const courses = coursesIn(context.engine.host.files, context.modules);
  if (courses.length === 0) context.print(withCommands(strings[context.language].noCourseYet, context.command));
  else context.print(courses.map((path) => linesOf(path, context).join('\n')).join('\n\n'));
  return 0;
}
