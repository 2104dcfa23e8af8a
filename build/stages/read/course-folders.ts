import { join } from 'pathe';
import type { Diagnostics } from '../../diagnostics/diagnostics.ts';
import type { FileFacts, Files } from '../../host/host.ts';

const COURSE_FILES = ['course.yaml', 'course.yml'];

/** Lists folders or links with a `course.yaml` or a `course.yml`. The second name is reported when it is read. */
function withCourse(files: Files, path: string, kind: FileFacts['kind']): readonly string[] {
  if (files.factsBehind(path)?.kind !== 'folder') return [];
  const names = files.list(path).filter((name) => files.facts(join(path, name))?.kind === kind);
  return names.filter((name) => COURSE_FILES.some((file) => files.factsBehind(join(path, name, file)) !== null));
}

/** Reports a folder without a course, and courses behind a link, which are neither watched nor cleaned up. */
export function checkFolders(files: Files, path: string, diagnostics: Diagnostics): void {
  if (coursesIn(files, path).length === 0) diagnostics.error('no-course', { file: path, line: 1, column: 1 }, { path });
  for (const name of withCourse(files, path, 'link')) {
    diagnostics.warning('course-behind-link', { file: join(path, name), line: 1, column: 1 }, { name });
  }
}

/** Lists the paths of the courses in the folder of all courses, sorted. */
export function coursesIn(files: Files, path: string): string[] {
  return withCourse(files, path, 'folder').map((name) => join(path, name));
}
