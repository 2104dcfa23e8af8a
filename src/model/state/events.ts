import type { Activity, Answer } from '../course/activity.ts';
import type { ModuleContent, Page } from '../course/course.ts';
import { bestRatio, type Types } from '../judging/judging.ts';
import type { ActivityState, LearnerState } from './state.ts';

/** Replaces the entry of an activity; score, status and places are derived later (`settle`, `withPlaces`). */
function withActivity(state: LearnerState, n: number, activity: ActivityState): LearnerState {
  return { ...state, activities: { ...state.activities, [n]: activity } };
}

const isSame = (one: Answer, other: Answer): boolean => JSON.stringify(one) === JSON.stringify(other);

/** Records that a page is on screen. */
export function seePage(state: LearnerState, { n }: Page): LearnerState {
  const seen = state.seen.includes(n) ? state.seen : [...state.seen, n].sort((one, other) => one - other);
  return { ...state, page: n, seen };
}

/** Stores a draft. A draft equal to the submitted answer is dropped, as is an empty one without a submitted answer. */
export function keepDraft(state: LearnerState, { n }: Activity, draft: Answer): LearnerState {
  const { draft: _, ...kept } = state.activities[n] ?? { tries: 0 };
  if (!isSame(draft, kept.answer ?? null)) return withActivity(state, n, { ...kept, draft });
  return kept.answer === undefined && kept.tries === 0 ? forget(state, [n]) : withActivity(state, n, kept);
}

/**
 * Stores a submitted answer: counts the try, and keeps the best ratio so far.
 * @param ratio 0..1 of the answer
 */
export function keepAnswer(types: Types, state: LearnerState, activity: Activity, answer: Answer, ratio: number): LearnerState {
  const before = state.activities[activity.n];
  const best = bestRatio(types, activity, before) ?? 0;
  const tries = (before?.tries ?? 0) + 1;
  return withActivity(state, activity.n, { answer, tries, ...(best > ratio ? { best } : {}) });
}

function forget(state: LearnerState, numbers: readonly number[]): LearnerState {
  const kept = Object.entries(state.activities).filter(([n]) => !numbers.includes(Number(n)));
  return { ...state, activities: Object.fromEntries(kept) };
}

/** Starts a new round of a quiz and reopens its questions. If all tries are used, they are reset: no learner stays locked out. */
export function startRound({ activities }: ModuleContent, state: LearnerState, numbers: readonly number[]): LearnerState {
  const quizzes = new Set(activities.filter(({ n }) => numbers.includes(n)).map(({ quiz }) => quiz));
  return activities
    .filter(({ id }) => quizzes.has(id))
    .reduce(
      (next, { n, attempts }) => {
        const quiz = next.activities[n];
        return quiz && attempts > 0 && quiz.tries >= attempts ? withActivity(next, n, { ...quiz, tries: 0 }) : next;
      },
      forget(state, numbers),
    );
}
