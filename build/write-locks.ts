import { mkdirSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { builtLockPath } from './built-lock.ts';
import { isAsked } from './prepare-all.ts';
import type { PreparedCourse } from './prepare-course.ts';
import { LOCK_FILE, lockTextOf } from './read-lock.ts';
import type { BuildRequest } from './request.ts';
import { writeWhole } from './write-whole.ts';

/** A course's lock that a build has written. */
export interface WrittenLock {
  readonly path: string;
  /** The course had none. */
  readonly isFirst: boolean;
}

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
 * @returns the locks of courses that were written
 */
export function writeLocks(
  courses: readonly PreparedCourse[],
  { names, out }: BuildRequest,
  isDue: (course: PreparedCourse) => boolean,
): WrittenLock[] {
  const written: WrittenLock[] = [];
  for (const course of courses) {
    const { built, lockNow, newLock, source, isFirst = false } = course;
    const own = lockOf(course);
    if (newLock !== undefined) {
      writeWhole(own, newLock);
      written.push({ path: own, isFirst });
    }
    if (!isAsked(course, names) || built?.text === lockNow || !(built || isDue(course))) continue;
    const path = builtLockPath(out, source.course.value.id);
    mkdirSync(dirname(path), { recursive: true });
    writeWhole(path, lockNow);
  }
  return written;
}
