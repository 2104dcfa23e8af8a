import { join } from 'pathe';
import type { Files } from '../../host/host.ts';
import type { NumberedCourse } from '../../model/course.ts';
import { LOCK_FILE } from '../../model/lock.ts';
import type { WrittenLock } from '../../model/run.ts';
import { builtLockPath } from './built-lock.ts';
import { lockTextOf } from './read-lock.ts';

function pathOf({ source }: NumberedCourse): string {
  return join(source.folder.root, LOCK_FILE);
}

/** True if another build has changed the lock of a course since it was read. */
export function isOvertaken(course: NumberedCourse, files: Files): boolean {
  return course.newLock !== undefined && lockTextOf(files, pathOf(course)) !== course.lockText;
}

/**
 * Writes the lock of a course, and a copy beside the packages. Packages are written later, so that none has a number that both locks
 * lack.
 * @param isDue the course gets a package now
 * @returns its own lock, if it was written
 */
export function writeLocks(course: NumberedCourse, out: string, isDue: boolean, files: Files): WrittenLock[] {
  const { built, lockNow, newLock, source, isFirst = false } = course;
  const path = pathOf(course);
  if (newLock !== undefined) files.write(path, newLock);
  if (built?.text !== lockNow && (built || isDue)) files.write(builtLockPath(out, source.course.value.id), lockNow);
  return newLock === undefined ? [] : [{ path, isFirst }];
}
