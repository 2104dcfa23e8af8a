import type { Diagnostics } from '../../diagnostics/diagnostics.ts';
import type { Kit } from '../../kit/kit.ts';
import type { CourseSource } from '../../model/course.ts';
import { checkPeople } from './check-people.ts';
import { checkTheme } from './check-theme.ts';
import { checkCohorts } from './cohorts.ts';
import { checkModuleNames, checkObjectives } from './course-names.ts';

/** Checks what `course.yaml` and the cohorts declare. */
export function checkCourse(source: CourseSource, kit: Kit, diagnostics: Diagnostics): void {
  checkModuleNames(source, diagnostics);
  checkObjectives(source, diagnostics);
  checkTheme(source, diagnostics);
  checkPeople(source, kit, diagnostics);
  checkCohorts(source, diagnostics);
}
