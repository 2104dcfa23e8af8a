import type { Activity, Answer } from './activity.ts';
import type { ModuleContent, Page } from './course.ts';
import { bestRatio, scoreOfAnswer, type Types } from './judging.ts';
import type { ActivityState, LearnerState } from './state.ts';

/** What an event leaves of the state before; score, status and places follow from it (`settle`, `withPlaces`). */
function withActivity(state: LearnerState, n: number, activity: ActivityState): LearnerState {
  return { ...state, activities: { ...state.activities, [n]: activity } };
}

const isSame = (one: Answer, other: Answer): boolean => JSON.stringify(one) === JSON.stringify(other);

/** A page is on screen. */
export function seePage(state: LearnerState, { n }: Page): LearnerState {
  const seen = state.seen.includes(n) ? state.seen : [...state.seen, n].sort((one, other) => one - other);
  return { ...state, page: n, seen };
}

/** An answer that is not submitted. One that equals the submitted answer is no draft; an empty one of nothing is nothing. */
export function keepDraft(state: LearnerState, { n }: Activity, draft: Answer): LearnerState {
  const { draft: _, ...kept } = state.activities[n] ?? { tries: 0 };
  if (!isSame(draft, kept.answer ?? null)) return withActivity(state, n, { ...kept, draft });
  return kept.answer === undefined && kept.tries === 0 ? forget(state, [n]) : withActivity(state, n, kept);
}

/** An answer is submitted: one more try, and the best so far stays known. */
export function keepAnswer(types: Types, state: LearnerState, activity: Activity, answer: Answer): LearnerState {
  const before = state.activities[activity.n];
  const best = bestRatio(types, activity, before) ?? 0;
  const tries = (before?.tries ?? 0) + 1;
  const isBetter = best > scoreOfAnswer(types, activity, answer).ratio;
  return withActivity(state, activity.n, { answer, tries, ...(isBetter ? { best } : {}) });
}

function forget(state: LearnerState, numbers: readonly number[]): LearnerState {
  const kept = Object.entries(state.activities).filter(([n]) => !numbers.includes(Number(n)));
  return { ...state, activities: Object.fromEntries(kept) };
}

/** A new round of a quiz: its questions are open again, and so are its tries where all are used. No learner is locked out for good. */
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
