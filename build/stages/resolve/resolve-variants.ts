import type { Diagnostics } from '../../diagnostics/diagnostics.ts';
import type { Cohort, NumberedCourse, NumberedModule } from '../../model/course.ts';
import { followers } from '../../model/followers.ts';
import type { Variant } from '../../model/package.ts';
import type { ActivityType } from '../../types/activity-type.ts';
import { resolveNotes } from './notes.ts';
import { headOf, resolveCourse, resolveModule } from './resolve-module.ts';

type Types = ReadonlyMap<string, ActivityType>;

/** Resolves a module for one cohort. @param cohort null: the base build */
export function resolveVariant(
  course: NumberedCourse,
  module: NumberedModule,
  cohort: Cohort | null,
  types: Types,
  diagnostics: Diagnostics,
): Variant {
  const file = course.source.course.value;
  const { named, numbers, at } = module;
  const sharing = named && { named, modules: new Map(course.modules.map((one) => [one.module.id, one])) };
  const world = { file, course: resolveCourse(file, cohort), cohort, types, numbers, diagnostics, ...(sharing && { sharing }) };
  const after = followers(course.modules, module.module.id).flatMap((one) => headOf(one.module, world) ?? []);
  const built = { ...resolveModule(module.module, world), ...(after[0] && { after: after[0] }) };
  if (built.pages.length === 0) diagnostics.warning('empty-for-cohort', at, { module: built.content.title, cohort: cohort?.name ?? '' });
  return { module, cohort, built, notes: resolveNotes(module.module, file, cohort?.file) };
}

/** Resolves modules for each cohort. */
export function resolveVariants(
  course: NumberedCourse,
  modules: readonly NumberedModule[],
  cohorts: readonly (Cohort | null)[],
  types: Types,
  diagnostics: Diagnostics,
): Variant[] {
  const local = diagnostics.below(course.source.shown);
  return modules.flatMap((module) => cohorts.map((cohort) => resolveVariant(course, module, cohort, types, local)));
}
