import { basename } from 'node:path';
import type { Diagnostics, Position } from './diagnostics.ts';
import { nearest } from './nearest.ts';
import type { PreparedCourse } from './prepare-course.ts';
import type { BuildRequest } from './request.ts';
import { someNames } from './some-names.ts';

/** All names by which a course and its modules can be asked for. */
export function namesIn({ source }: PreparedCourse): string[] {
  const { id, modules } = source.course.value;
  const own = [id, basename(source.shown)];
  return [...own, ...modules, ...own.flatMap((name) => modules.map((module) => `${name}/${module}`))];
}

/** Reports names that no course and no module has, with those that exist. */
export function reportUnknown(courses: readonly PreparedCourse[], names: readonly string[], at: Position, diagnostics: Diagnostics): void {
  const known = courses.flatMap(namesIn);
  const short = courses.flatMap(({ source }) => [source.course.value.id, ...source.course.value.modules]);
  for (const name of names) {
    if (known.includes(name)) continue;
    const near = nearest(name, name.includes('/') ? known : short);
    diagnostics.error('no-such-name', at, { name, near, list: someNames(short) });
  }
}

/** Reports names and cohorts of a request that don't exist. */
export function checkNames(courses: readonly PreparedCourse[], request: BuildRequest, diagnostics: Diagnostics): void {
  const at = { file: request.modules, line: 1, column: 1 };
  const known = courses.flatMap(namesIn);
  reportUnknown(courses, request.names, at, diagnostics);
  const cohorts = ['base', ...courses.flatMap((course) => course.source.cohorts.map((cohort) => cohort.name))];
  for (const name of request.cohorts) {
    // After the option every word is taken for a cohort, the name of a session too.
    if (!cohorts.includes(name) && known.includes(name)) diagnostics.error('name-after-cohort', at, { name });
    else if (!cohorts.includes(name))
      diagnostics.error('no-such-cohort', at, { name, near: nearest(name, cohorts), list: someNames(cohorts) });
  }
}
