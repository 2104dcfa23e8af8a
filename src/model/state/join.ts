import { joinChapters } from '../course/chapters.ts';
import type { ModuleContent } from '../course/course.ts';
import { better } from '../judging/status.ts';
import type { ActivityState, LearnerState } from './state.ts';

/**
 * Merges two states of the same attempt. If both have an activity, the one with more tries is used, then the later save; a text
 * for which the later save had no room comes from the other. A quiz and its questions come from the later save alone: answers
 * of two rounds must not mix.
 * @param fromLms state from the LMS: its `places` match the LMS's list of interactions
 */
export function joined({ activities }: ModuleContent, fromLms: LearnerState, copy: LearnerState): LearnerState {
  const [late, early] = copy.counter >= fromLms.counter ? [copy, fromLms] : [fromLms, copy];
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
    places: fromLms.places,
    time: Math.max(late.time, early.time),
    active: Math.max(late.active, early.active),
  };
}
