import type { NumberedCourse } from '../../model/course.ts';
import { typography } from '../../text/typography.ts';

/** One SCO: a module, or the course itself. */
interface Playable {
  readonly id: string;
  readonly title: string;
  /** Planned minutes; 0 = unknown. */
  readonly minutes: number;
}

/** Lists everything playable in a course: the course first if it is one SCO, then each module. */
export function playable({ source, modules, chapters }: NumberedCourse): readonly Playable[] {
  const { id, title, lang } = source.course.value;
  const sessions = modules.map(({ module }) => ({ id: module.id, title: module.title, minutes: module.minutes }));
  const minutes = sessions.reduce((sum, session) => sum + session.minutes, 0);
  return chapters ? [{ id, title: typography(title, lang), minutes }, ...sessions] : sessions;
}
