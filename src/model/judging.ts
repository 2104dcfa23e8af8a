import type { Activity, Answer, Draw, Score, Scoring } from './activity.ts';
import type { Interaction } from './interaction.ts';
import type { ActivityState } from './state.ts';

/** `scoring.ts` of each type used, by type name. */
export type Types = Readonly<Record<string, Pick<Scoring, 'score' | 'report' | 'draw'>>>;

/** An answer may be of an older build, where the activity had another type: it then counts as nothing, not as a crash. */
function attempt<Result>(task: () => Result | undefined, otherwise: Result): Result {
  try {
    return task() ?? otherwise;
  } catch {
    return otherwise;
  }
}

/** Ratio 0..1 and the parts of an answer. */
export function scoreOfAnswer(types: Types, { type, options }: Activity, answer: Answer): Score {
  return attempt<Score>(() => types[type]?.score(options, answer), { ratio: 0, parts: {} });
}

/** The interactions of an answer. */
export function reportOfAnswer(types: Types, { type, options }: Activity, answer: Answer): readonly Interaction[] {
  return attempt(() => types[type]?.report(options, answer), []);
}

/** Which inner activities count; nothing where the type composes none. */
export function drawOf(types: Types, { type, options }: Activity, state: ActivityState | undefined): Draw | undefined {
  const draw = types[type]?.draw;
  return draw && attempt(() => draw(state?.draft ?? state?.answer ?? null, options), { live: [], kept: [] });
}

/** Ratio 0..1 of the best try; undefined before the first. */
export function bestRatio(types: Types, activity: Activity, state: ActivityState | undefined): number | undefined {
  if (state?.answer === undefined) return undefined;
  return Math.max(state.best ?? 0, scoreOfAnswer(types, activity, state.answer).ratio);
}

/** Whether anything about the activity can be right or wrong. */
export function isJudged({ points, slots }: Activity): boolean {
  return points > 0 || slots.some(({ right }) => right.length > 0);
}
