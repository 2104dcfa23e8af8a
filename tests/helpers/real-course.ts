import { join } from 'node:path';
import { activityTypes } from '../../build/activities.ts';
import { Diagnostics } from '../../build/diagnostics.ts';
import { leavingOf, thriftyContent } from '../../build/manifests/leaving-page.ts';
import { prepareCourse } from '../../build/prepare-course.ts';
import { resolveCourse, resolveModule } from '../../build/stages/resolve.ts';
import type { ModuleContent } from '../../src/model/course.ts';
import { stateLimit } from '../../src/model/limits.ts';
import { root } from './examples-project.ts';

/** Reads the sessions of the repository's own course, by id, as their 2004 packages have them. */
export function realSessions(): ReadonlyMap<string, ModuleContent> {
  const diagnostics = new Diagnostics();
  const course = prepareCourse(join(root, 'modules/partenariats-reseaux'), { provisional: false, builtBefore: [] }, diagnostics);
  if (!course) throw new Error(JSON.stringify(diagnostics.list));
  const file = course.source.course.value;
  const shared = { file, course: resolveCourse(file, null), cohort: null, types: activityTypes(), diagnostics };
  const contents = course.modules.map(({ module, numbers }) => resolveModule(module, { ...shared, numbers }).content);
  const limit = stateLimit(file.profile, 'scorm2004-4');
  return new Map(contents.map((content) => [content.id, thriftyContent(content, leavingOf(content, activityTypes(), limit))]));
}
