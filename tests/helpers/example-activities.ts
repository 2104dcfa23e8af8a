import { join } from 'node:path';
import { activityTypes } from '../../build/activities.ts';
import { Diagnostics } from '../../build/diagnostics.ts';
import { prepareCourse } from '../../build/prepare-course.ts';
import { resolveCourse, resolveModule } from '../../build/stages/resolve.ts';
import type { Activity } from '../../src/model/activity.ts';
import { examplesProject, type Language } from './examples-project.ts';

/**
 * The activities of a type's example, those that it asks again or composes too.
 * @throws where the example has a fault
 */
export function exampleActivities(type: string, lang: Language = 'fr'): readonly Activity[] {
  const diagnostics = new Diagnostics();
  const folder = join(examplesProject(lang, [type]), 'modules/galerie');
  const course = prepareCourse(folder, { provisional: false, builtBefore: [] }, diagnostics);
  const [prepared] = course?.modules ?? [];
  if (!course || !prepared || diagnostics.list.length > 0) throw new Error(`${type}: ${JSON.stringify(diagnostics.list)}`);
  const file = course.source.course.value;
  const context = { file, course: resolveCourse(file, null), cohort: null, types: activityTypes(), numbers: prepared.numbers, diagnostics };
  return resolveModule(prepared.module, context).content.activities;
}
