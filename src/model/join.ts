import { joinChapters } from './chapters.ts';
import type { ModuleContent } from './course.ts';
import type { ActivityState, LearnerState } from './state.ts';
import { better } from './status.ts';

/**
 * One state of two that the same attempt left in two places: where both know an activity, the one with more tries, then the
 * later save, but a text that it had no room for comes from the other. A quiz and its questions come from the later save alone: answers of two rounds do not mix.
 * @param told what the LMS has: its list of interactions stands as this state says
 */
export function joined({ activities }: ModuleContent, told: LearnerState, copy: LearnerState): LearnerState {
  const [late, early] = copy.counter >= told.counter ? [copy, told] : [told, copy];
  const quizzes = new Set(activities.flatMap(({ quiz }) => quiz ?? []));
  const bound = new Set(activities.filter(({ id, quiz }) => quiz !== undefined || quizzes.has(id)).map(({ n }) => n));
  const rescued = Object.entries(early.activities).filter(([number, { tries }]) => {
    const other: ActivityState | undefined = late.activities[Number(number)];
    return (
      !bound.has(Number(number)) &&
      (!other || tries > other.tries || (tries === other.tries && other.answer === null && other.draft === undefined))
    );
  });
  return {
    ...better(late, early),
    ...joinChapters(late, early),
    activities: { ...late.activities, ...Object.fromEntries(rescued) },
    seen: [...new Set([...late.seen, ...early.seen])].sort((one, other) => one - other),
    places: told.places,
    time: Math.max(late.time, early.time),
    active: Math.max(late.active, early.active),
  };
}
