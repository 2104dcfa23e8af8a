import { basename, dirname, join, normalize } from 'node:path';
import { nodeFiles } from '../host/node/files.ts';
import { coursesIn } from '../stages/read/course-folders.ts';

/** Tests whether a folder has courses in its `modules/`. */
function holdsCourses(folder: string): boolean {
  return coursesIn(nodeFiles, join(folder, 'modules')).length > 0;
}

/**
 * Finds the project folder, which contains `modules/`: the given folder, or a parent of it if the given folder is `modules/` or is
 * inside a course. Otherwise returns the given folder, because the user may be about to make a new project there.
 */
export function findProject(folder: string): string {
  if (holdsCourses(folder)) return folder;
  let inner = '';
  for (let at = folder; dirname(at) !== at; at = dirname(at)) {
    const isCourse = inner === '' || coursesIn(nodeFiles, at).some((course) => normalize(course) === inner);
    if (basename(at) === 'modules' && isCourse && holdsCourses(dirname(at))) return dirname(at);
    inner = at;
  }
  return folder;
}
