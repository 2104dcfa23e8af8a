import { typography } from '../markdown/typography.ts';
import type { PreparedCourse } from '../prepare-course.ts';

/** What is one SCO: a module, or the course itself. */
interface Playable {
  readonly id: string;
  readonly title: string;
  /** Planned minutes; 0 = not said. */
  readonly minutes: number;
}

/** All that can be played of a course: the course first where it is one SCO, then each module by itself. */
export function playable({ source, modules, chapters }: PreparedCourse): readonly Playable[] {
  const { id, title, lang } = source.course.value;
  const sessions = modules.map(({ module }) => ({ id: module.id, title: module.title, minutes: module.minutes }));
  const minutes = sessions.reduce((sum, session) => sum + session.minutes, 0);
  return chapters ? [{ id, title: typography(title, lang), minutes }, ...sessions] : sessions;
}
