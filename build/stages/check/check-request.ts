import { basename } from 'pathe';
import type { Diagnostics, Position } from '../../diagnostics/diagnostics.ts';
import { nearest } from '../../diagnostics/nearest.ts';
import { someNames } from '../../diagnostics/some-names.ts';
import type { CourseSource, NumberedModule } from '../../model/course.ts';
import type { BuildRequest } from '../../model/request.ts';
import type { OpenedFolder } from '../../model/run.ts';
import { concernsCourse, namesIn } from '../../model/selection.ts';

interface Sourced {
  readonly source: CourseSource;
}

/**
 * Tests whether diagnostics of a folder concern this run. A name that no other course has may be that of an unreadable course.
 * @param folders all folders
 */
export function concernsFolder({ path, course }: OpenedFolder, folders: readonly OpenedFolder[], names: readonly string[]): boolean {
  if (course) return concernsCourse(course, names);
  const known = new Set(folders.flatMap((folder) => (folder.course ? namesIn(folder.course) : [])));
  return names.length === 0 || names.some((name) => name.split('/')[0] === basename(path)) || names.some((name) => !known.has(name));
}

/** Reports courses with the same id: they would share a folder of the output. */
export function checkCourseIds(courses: readonly Sourced[], names: readonly string[], diagnostics: Diagnostics): void {
  const met = new Map<string, Sourced>();
  for (const course of courses) {
    const { source } = course;
    const { id } = source.course.value;
    const first = met.get(id);
    if (!first) met.set(id, course);
    else if (concernsCourse(first, names) || concernsCourse(course, names)) {
      const where = `${basename(first.source.shown)}/course.yaml`;
      diagnostics.below(source.shown).error('duplicate-id', source.course.at('id'), { id, where });
    }
  }
}

/** Reports names that no course and no module has, with those that exist. */
export function checkNames(courses: readonly Sourced[], names: readonly string[], at: Position, diagnostics: Diagnostics): void {
  const known = courses.flatMap(namesIn);
  const short = courses.flatMap(({ source }) => [source.course.value.id, ...source.course.value.modules]);
  for (const name of names) {
    if (known.includes(name)) continue;
    const near = nearest(name, name.includes('/') ? known : short);
    diagnostics.error('no-such-name', at, { name, near, list: someNames(short) });
  }
}

/** Reports names and cohorts of a request that don't exist. */
export function checkRequest(courses: readonly Sourced[], request: BuildRequest, diagnostics: Diagnostics): void {
  const at = { file: request.modules, line: 1, column: 1 };
  const known = courses.flatMap(namesIn);
  checkNames(courses, request.names, at, diagnostics);
  const cohorts = ['base', ...courses.flatMap(({ source }) => source.cohorts.map((cohort) => cohort.name))];
  for (const name of request.cohorts) {
    // Every word after `--cohort` counts as a cohort, even the name of a session.
    if (!cohorts.includes(name) && known.includes(name)) diagnostics.error('name-after-cohort', at, { name });
    else if (!cohorts.includes(name))
      diagnostics.error('no-such-cohort', at, { name, near: nearest(name, cohorts), list: someNames(cohorts) });
  }
}

/**
 * Finds modules without an error in their own files: later errors in them don't follow from one already reported.
 * @param shown path of the course's folder
 */
export function validModules(modules: readonly NumberedModule[], shown: string, { list }: Diagnostics): NumberedModule[] {
  const wrong = new Set(list.filter(({ severity }) => severity === 'error').map(({ at }) => at.file));
  return modules.filter(({ files }) => wrong.size === 0 || [...files].every((file) => !wrong.has(`${shown}/${file}`)));
}
