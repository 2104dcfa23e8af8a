import type { LinkedModule, NumberedModule } from '../../model/course.ts';
import type { ChapterNumbers, Line, Lock, LockModule } from '../../model/lock.ts';
import { ownValue } from '../../model/own-value.ts';
import { isSameModule, lockModule } from './lock.ts';
import { chapterNumbers, lockCourse } from './lock-course.ts';

/** The modules of a course with their numbers, and the lock that has them all. */
export interface Numbered {
  readonly modules: readonly NumberedModule[];
  /** The known lock, unchanged, if nothing is new. */
  readonly lock: Lock;
  /** Numbers of each module in the SCO, if the course is one SCO. */
  readonly chapters?: ReadonlyMap<string, ChapterNumbers>;
}

/**
 * Assigns numbers to pages and activities, and tokens to parts: those in the lock, else new ones.
 * @param isOne the course is one SCO: its modules also have numbers over the whole course
 */
export function numberModules(linked: readonly LinkedModule[], known: Lock, isOne: boolean): Numbered {
  const modules = linked.map(({ module }) => module);
  const start = isOne ? lockCourse(known, modules) : known;
  const locked: Record<string, LockModule> = { ...start.modules };
  const line: Line = { line: known.line, ...(known.old && { old: true }) };
  let hasGrown = start.course !== known.course || known.version === 1;
  const numbered = linked.map((one): NumberedModule => {
    const { id } = one.module;
    const update = lockModule(ownValue(locked, id), one.module);
    hasGrown ||= !isSameModule(ownValue(known.modules, id), update.lock);
    locked[id] = update.lock;
    return { ...one, numbers: { ...line, ...update.numbers } };
  });
  const lock: Lock = hasGrown ? { ...start, version: 2, modules: locked } : known;
  if (!isOne || !start.course) return { modules: numbered, lock };
  const numbersOf = chapterNumbers(start.course);
  const chapters = new Map(numbered.map(({ module, numbers }) => [module.id, numbersOf(module.id, numbers)]));
  return { modules: numbered, lock, chapters };
}
