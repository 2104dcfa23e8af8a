import { activityTypes } from './activities.ts';
import type { BuiltModule } from './built.ts';
import type { Diagnostics } from './diagnostics.ts';
import type { PreparedCourse, PreparedModule } from './prepare-course.ts';
import { type Cohort, resolveCourse, resolveModule } from './stages/resolve.ts';

/** A module of a prepared course as one cohort sees it, with what it shows of the course's other modules. */
export function resolvePrepared(
  course: PreparedCourse,
  { module, numbers, memory, named }: PreparedModule,
  cohort: Cohort | null,
  diagnostics: Diagnostics,
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
    ...(named && { sharing: { named, modules: new Map(course.modules.map((one) => [one.module.id, one])) } }),
  });
}
