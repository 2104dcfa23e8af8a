import type { Activity } from '../../model/course/activity.ts';
import type { ModuleContent } from '../../model/course/course.ts';
import type { Tracker } from '../../visit/tracker.ts';
import type { ActivityFrame, FrameWorld } from './frame.ts';
import type { Inner } from './mount.ts';
import { rootOf } from './root-of.ts';

/** Quizzes of a module, as seen by their questions and types. */
export interface Quizzes extends Pick<FrameWorld, 'withheld' | 'submitted'> {
  innerOf(quiz: string): Inner;
}

/** @param frames mounted frames by id */
export function createQuizzes({ activities }: ModuleContent, tracker: Tracker, frames: ReadonlyMap<string, ActivityFrame>): Quizzes {
  const revealed = new Set<string>();
  const listeners = new Map<string, () => void>();
  const membersOf = (quiz: string): Activity[] => activities.filter((activity) => activity.quiz === quiz);
  return {
    withheld({ quiz = '' }) {
      const options = activities.find(({ id }) => id === quiz)?.options as { readonly review?: string } | undefined;
      return !revealed.has(quiz) && options?.review === 'end';
    },
    submitted({ quiz, id }) {
      if (quiz === undefined) return;
      for (const other of membersOf(quiz)) if (other.id !== id) frames.get(other.id)?.passed();
      listeners.get(quiz)?.();
    },
    innerOf: (quiz) => ({
      list: () =>
        membersOf(quiz).map(({ id, n, points }) => {
          const { submitted, verdict } = tracker.standing(id);
          return { n, submitted, ratio: verdict?.ratio ?? 0, points, root: rootOf(id) };
        }),
      restart(numbers) {
        tracker.restart(numbers);
        revealed.delete(quiz);
        for (const { id, n } of membersOf(quiz)) if (numbers.includes(n)) frames.get(id)?.remount();
      },
      reveal() {
        revealed.add(quiz);
        for (const { id } of membersOf(quiz)) frames.get(id)?.render();
      },
      onChange: (listener) => void listeners.set(quiz, listener),
    }),
  };
}
