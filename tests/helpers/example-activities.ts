import { join } from 'node:path';
import { Diagnostics } from '../../build/diagnostics/diagnostics.ts';
import { openCourse } from '../../build/open-course.ts';
import { resolveVariant } from '../../build/stages/resolve/resolve-variants.ts';
import type { Activity } from '../../src/model/course/activity.ts';
import { engine } from './engine.ts';
import { examplesProject, type Language } from './examples-project.ts';

/**
 * Returns the activities of a type's example, including repeated and composed ones.
 * @throws if the example has an error
 */
export function exampleActivities(type: string, lang: Language = 'fr'): readonly Activity[] {
  const diagnostics = new Diagnostics();
  const folder = join(examplesProject(lang, [type]), 'modules/galerie');
  const course = openCourse(folder, { provisional: false }, engine, diagnostics);
  const [module] = course?.modules ?? [];
  if (!course || !module || diagnostics.list.length > 0) throw new Error(`${type}: ${JSON.stringify(diagnostics.list)}`);
  return resolveVariant(course, module, null, engine.types, diagnostics).built.content.activities;
}
