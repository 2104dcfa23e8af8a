import type { Diagnostics } from '../diagnostics.ts';
import { nearest } from '../nearest.ts';
import type { CourseSource } from '../stages/read.ts';

/** Checks that cohorts change only variables and modules that the course has. */
export function checkCohorts(source: CourseSource, diagnostics: Diagnostics): void {
  const variables = Object.keys(source.course.value.variables);
  const { modules } = source.course.value;
  for (const { file } of source.cohorts) {
    for (const name of Object.keys(file.value.variables)) {
      if (!variables.includes(name))
        diagnostics.error('unknown-variable', file.keyAt('variables', name), { name, near: nearest(name, variables) });
    }
    for (const id of Object.keys(file.value.modules)) {
      if (!modules.includes(id)) diagnostics.error('unknown-module', file.keyAt('modules', id), { id, near: nearest(id, modules) });
    }
  }
}
