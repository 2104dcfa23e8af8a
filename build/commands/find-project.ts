import { basename, dirname, join } from 'node:path';
import { coursesIn } from '../course-folders.ts';

/** Does a folder hold courses in its `modules/`? */
function holdsCourses(folder: string): boolean {
  return coursesIn(join(folder, 'modules')).length > 0;
}

/**
 * Finds the folder that holds `modules/`: the given one, or one around it where the given one is `modules/` itself or lies in a
 * course's folder. Elsewhere a new project may be meant: it is the given folder.
 */
export function findProject(folder: string): string {
  if (holdsCourses(folder)) return folder;
  let inner = '';
  for (let at = folder; dirname(at) !== at; at = dirname(at)) {
    const isCourse = inner === '' || coursesIn(at).includes(inner);
    if (basename(at) === 'modules' && isCourse && holdsCourses(dirname(at))) return dirname(at);
    inner = at;
  }
  return folder;
}
