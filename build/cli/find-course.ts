import { basename } from 'node:path';
import { withCommands } from '../diagnostics/format.ts';
import { someNames } from '../diagnostics/some-names.ts';
import { coursesIn } from '../stages/read/course-folders.ts';
import type { CommandContext } from './context.ts';
import { fill, strings } from './strings.ts';

/** Tests whether the project has a course. */
export function hasCourses({ engine, modules }: CommandContext): boolean {
  return coursesIn(engine.host.files, modules).length > 0;
}

/** Finds the folder of the course, or the reason why there is none. */
export function findCourse(name: string | undefined, context: CommandContext): { folder: string } | string {
  const w = strings[context.language];
  const folders = coursesIn(context.engine.host.files, context.modules);
  const names = folders.map((folder) => basename(folder));
  if (folders.length === 0) return withCommands(w.noCourseYet, context.command);
  if (name === undefined) {
    const [only] = folders;
    return only !== undefined && folders.length === 1 ? { folder: only } : fill(w.whichCourse, { names: someNames(names) });
  }
  const folder = folders[names.indexOf(name)];
  return folder === undefined ? fill(w.unknownCourse, { name, names: someNames(names) }) : { folder };
}
