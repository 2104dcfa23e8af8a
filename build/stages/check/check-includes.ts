import type { Diagnostics } from '../../diagnostics/diagnostics.ts';
import { nearest } from '../../diagnostics/nearest.ts';
import type { CheckedModule, CourseSource } from '../../model/course.ts';

/** Reports files that a cohort replaces and no session includes, provided that all sessions could be read. */
export function checkIncludes({ course, cohorts }: CourseSource, modules: readonly CheckedModule[], diagnostics: Diagnostics): void {
  if (modules.length < course.value.modules.length) return;
  const included = [...new Set(modules.flatMap((module) => [...module.included]))];
  for (const { file } of cohorts) {
    for (const path of Object.keys(file.value.includes)) {
      if (!included.includes(path))
        diagnostics.error('unknown-include', file.keyAt('includes', path), { file: path, near: nearest(path, included) });
    }
  }
}
