import { type Dirent, existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Diagnostics } from './diagnostics.ts';
import { statOrNull } from './stat.ts';

const COURSE_FILES = ['course.yaml', 'course.yml'];

/** Folders, and links to folders, that hold a `course.yaml` or a `course.yml`. The second name is reported when it is read. */
function withCourse(path: string): Dirent[] {
  if (!statOrNull(path)?.isDirectory()) return [];
  const entries = readdirSync(path, { withFileTypes: true }).filter((entry) => entry.isDirectory() || entry.isSymbolicLink());
  return entries.filter((entry) => COURSE_FILES.some((name) => existsSync(join(path, entry.name, name))));
}

/** Tells of courses that lie behind a link: neither what changes there nor what is left is looked at. */
export function reportLinked(path: string, diagnostics: Diagnostics): void {
  for (const entry of withCourse(path)) {
    const at = { file: join(path, entry.name), line: 1, column: 1 };
    if (entry.isSymbolicLink()) diagnostics.warning('course-behind-link', at, { name: entry.name });
  }
}

/** Courses of a modules' folder. */
export function coursesIn(path: string): string[] {
  return withCourse(path)
    .filter((entry) => entry.isDirectory())
    .map((entry) => join(path, entry.name))
    .sort();
}
