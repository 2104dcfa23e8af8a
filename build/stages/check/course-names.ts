import type { Diagnostics } from '../../diagnostics/diagnostics.ts';
import type { CourseSource } from '../../model/course.ts';

/** Reports a module with the course's name: both packages would have the same file name. */
export function checkModuleNames({ course }: CourseSource, diagnostics: Diagnostics): void {
  const { id, modules } = course.value;
  const { file, line } = course.at('id');
  if (modules.includes(id)) diagnostics.error('duplicate-id', course.at('modules', modules.indexOf(id)), { id, where: `${file}:${line}` });
}

/** Reports a module with a competency's id: in one SCO both are objectives, which an LMS finds by id. */
export function checkObjectives({ course }: CourseSource, diagnostics: Diagnostics): void {
  const { package: kind, modules, competencies } = course.value;
  if (kind !== 'one-sco') return;
  competencies.forEach(({ id }, index) => {
    if (modules.includes(id)) diagnostics.error('competency-named-as-module', course.at('competencies', index), { id });
  });
}
