import type { CourseSource, LinkedModule, NumberedCourse } from '../../model/course.ts';
import { writeLock } from './lock.ts';
import { numberModules } from './number-modules.ts';
import type { CourseLocks } from './read-locks.ts';

/** Numbers a course; its lock is written by the build. */
export function numberCourse(source: CourseSource, linked: readonly LinkedModule[], { known, built }: CourseLocks): NumberedCourse {
  const numbered = numberModules(linked, known.lock, source.course.value.package === 'one-sco');
  const isUnchanged = numbered.lock === known.lock && !known.isStale;
  const lockNow = isUnchanged ? known.text : writeLock(numbered.lock);
  return {
    source,
    ...numbered,
    known: known.lock,
    lockText: known.text,
    lockNow,
    ...(built && { built }),
    ...(known.isFirst && { isFirst: known.isFirst }),
    ...(lockNow !== known.text && { newLock: lockNow }),
  };
}
