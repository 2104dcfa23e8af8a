import { join } from 'node:path';
import { Diagnostics } from '../../build/diagnostics/diagnostics.ts';
import { leavingOf, thriftyContent } from '../../build/model/sco-size.ts';
import { openCourse } from '../../build/open-course.ts';
import { measureSco } from '../../build/stages/fit/leaving-page.ts';
import { resolveVariant } from '../../build/stages/resolve/resolve-variants.ts';
import type { ModuleContent } from '../../src/model/course/course.ts';
import { stateLimit } from '../../src/model/standards/limits.ts';
import { engine } from './engine.ts';
import { root } from './examples-project.ts';

/** Reads the sessions of the repository's own course, by id, as their 2004 packages have them. */
export function realSessions(): ReadonlyMap<string, ModuleContent> {
  const diagnostics = new Diagnostics();
  const course = openCourse(join(root, 'modules/partenariats-reseaux'), { provisional: false }, engine, diagnostics);
  if (!course) throw new Error(JSON.stringify(diagnostics.list));
  const contents = course.modules.map((module) => resolveVariant(course, module, null, engine.types, diagnostics).built.content);
  const limit = stateLimit(course.source.course.value.profile, 'scorm2004-4');
  return new Map(contents.map((content) => [content.id, thriftyContent(content, leavingOf(measureSco(content, engine.types), limit))]));
}
