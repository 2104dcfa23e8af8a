import type { Activity, Answer, Draw, Score, Scoring } from '../course/activity.ts';
import type { Interaction } from '../record/interaction.ts';
import type { ActivityState } from '../state/state.ts';

/** Scoring modules (`scoring.ts`) of the types in use, by type name. */
export type Types = Readonly<Record<string, Pick<Scoring, 'score' | 'report' | 'draw'>>>;

/** Runs a task that may throw: an answer from an older build may belong to another type, and then counts as nothing. */
function attempt<Result>(task: () => Result | undefined, otherwise: Result): Result {
  try {
    return task() ?? otherwise;
  } catch {
    return otherwise;
  }
}

/** Scores an answer: ratio 0..1 and the verdict on each part. */
export function scoreOfAnswer(types: Types, { type, options }: Activity, answer: Answer): Score {
  return attempt<Score>(() => types[type]?.score(options, answer), { ratio: 0, parts: {} });
}

/** Returns the interactions of an answer. */
export function reportOfAnswer(types: Types, { type, options }: Activity, answer: Answer): readonly Interaction[] {
  return attempt(() => types[type]?.report(options, answer), []);
}

/** Returns the inner activities that count; undefined if the type isn't composed. */
export function drawOf(types: Types, { type, options }: Activity, state: ActivityState | undefined): Draw | undefined {
  const draw = types[type]?.draw;
  return draw && attempt(() => draw(state?.draft ?? state?.answer ?? null, options), { live: [], kept: [] });
}

/** Returns the ratio 0..1 of the best try; undefined before the first. */
export function bestRatio(types: Types, activity: Activity, state: ActivityState | undefined): number | undefined {
  if (state?.answer === undefined) return undefined;
  return Math.max(state.best ?? 0, scoreOfAnswer(types, activity, state.answer).ratio);
}

/** Returns true if anything in the activity can be right or wrong. */
export function isJudged({ points, slots }: Activity): boolean {
  return points > 0 || slots.some(({ right }) => right.length > 0);
}
