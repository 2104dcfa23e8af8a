import { activityTypes } from './activities.ts';
import type { BuiltModule } from './built.ts';
import type { Diagnostics } from './diagnostics.ts';
import type { PreparedCourse, PreparedModule } from './prepare-course.ts';
import type { Cohort } from './resolve/resolver.ts';
import { resolveCourse, resolveModule } from './stages/resolve.ts';

/**
 * A module of a prepared course as one cohort sees it, with what it shows of the course's other modules.
 * @param several it is resolved for other cohorts too, and all of them are kept until they are packed
 */
export function resolvePrepared(
  course: PreparedCourse,
  { module, numbers, memory, named }: PreparedModule,
  cohort: Cohort | null,
  diagnostics: Diagnostics,
  several = false,
): BuiltModule {
  const file = course.source.course.value;
  return resolveModule(module, {
    file,
    course: resolveCourse(file, cohort),
    cohort,
    types: activityTypes(),
    numbers,
    diagnostics,
    lasting: memory !== undefined,
    several,
    ...(named && { sharing: { named, modules: new Map(course.modules.map((one) => [one.module.id, one])) } }),
  });
}
