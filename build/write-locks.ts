import { mkdirSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { builtLockPath } from './built-lock.ts';
import { isAsked } from './prepare-all.ts';
import type { PreparedCourse } from './prepare-course.ts';
import { LOCK_FILE, lockTextOf } from './read-lock.ts';
import type { BuildRequest } from './request.ts';
import { writeWhole } from './write-whole.ts';

function lockOf({ source }: PreparedCourse): string {
  return join(source.folder.root, LOCK_FILE);
}

/** Has another build changed the lock of a course since it was read? */
export function isOvertaken(course: PreparedCourse): boolean {
  return course.newLock !== undefined && lockTextOf(lockOf(course)) !== course.lockText;
}

/**
 * Writes the locks of the courses, and a copy beside the packages that are built with them. The packages come after: none has a
 * number that neither of the two knows.
 * @param isDue does a course get a package now?
 */
export function writeLocks(
  courses: readonly PreparedCourse[],
  { names, out }: BuildRequest,
  isDue: (course: PreparedCourse) => boolean,
): void {
  for (const course of courses) {
    if (course.newLock !== undefined) writeWhole(lockOf(course), course.newLock);
    const { built, lockNow, source } = course;
    if (!isAsked(course, names) || built?.text === lockNow || !(built || isDue(course))) continue;
    const path = builtLockPath(out, source.course.value.id);
    mkdirSync(dirname(path), { recursive: true });
    writeWhole(path, lockNow);
  }
}
