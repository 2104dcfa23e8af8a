import type { Diagnostics } from '../../diagnostics/diagnostics.ts';
import { nearest } from '../../diagnostics/nearest.ts';
import type { CourseSource } from '../../model/course.ts';
import { isMedium } from './check-only.ts';

/** Checks that cohorts change only variables and modules that the course has, and that no tag of theirs is the name of a medium. */
export function checkCohorts(source: CourseSource, diagnostics: Diagnostics): void {
  const variables = Object.keys(source.course.value.variables);
  const { modules } = source.course.value;
  for (const { file } of source.cohorts) {
    for (const [index, tag] of file.value.tags.entries())
      if (isMedium(tag)) diagnostics.error('tag-of-medium', file.at('tags', index), { tag });
    for (const name of Object.keys(file.value.variables)) {
      if (!variables.includes(name))
        diagnostics.error('unknown-variable', file.keyAt('variables', name), { name, near: nearest(name, variables) });
    }
    for (const id of Object.keys(file.value.modules)) {
      if (!modules.includes(id)) diagnostics.error('unknown-module', file.keyAt('modules', id), { id, near: nearest(id, modules) });
    }
  }
}
