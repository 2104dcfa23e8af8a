import type { Diagnostics } from '../diagnostics.ts';
import type { CourseSource } from '../stages/read.ts';

/** The package of a course and that of a module would have one name. */
export function checkModuleNames({ course }: CourseSource, diagnostics: Diagnostics): void {
  const { id, modules } = course.value;
  const { file, line } = course.at('id');
  if (modules.includes(id)) diagnostics.error('duplicate-id', course.at('modules', modules.indexOf(id)), { id, where: `${file}:${line}` });
}

/** In one SCO a module is an objective, as a competency is: an LMS finds both by their id. */
export function checkObjectives({ course }: CourseSource, diagnostics: Diagnostics): void {
  const { package: kind, modules, competencies } = course.value;
  if (kind !== 'one-sco') return;
  competencies.forEach(({ id }, index) => {
    if (modules.includes(id)) diagnostics.error('competency-named-as-module', course.at('competencies', index), { id });
  });
}
