import type { Activity } from '../course/activity.ts';
import type { ModuleContent } from '../course/course.ts';
import type { LearnerState } from '../state/state.ts';
import { bestRatio, drawOf, type Types } from './judging.ts';

/** Share of one activity in the score. */
export interface Contribution {
  readonly activity: Activity;
  /** Points that count, at most those of the activity. Questions not drawn yet count for a share. */
  readonly points: number;
  /** 0..1; undefined = not answered, which counts as 0. */
  readonly ratio: number | undefined;
}

/** Computes the score in percent, with two decimals; undefined if there are no points or no answers yet. */
export function percentOf(contributions: readonly Contribution[]): number | undefined {
  let won = 0;
  let total = 0;
  let begun = false;
  for (const { points, ratio } of contributions) {
    won += points * (ratio ?? 0);
    total += points;
    begun ||= ratio !== undefined;
  }
  // Rounding errors depend on the order of the sum: a value just below a half counts as the half.
  return begun && total > 0 ? Math.round((10_000 * won) / total + 1e-6) / 100 : undefined;
}

/** @param share of its points that counts */
function contribution(activity: Activity, ratio: number | undefined, share = 1): Contribution {
  return { activity, points: activity.points * share, ratio };
}

function answered(types: Types, state: LearnerState, activity: Activity): Contribution {
  return contribution(activity, bestRatio(types, activity, state.activities[activity.n]));
}

/** Lists the questions of a quiz that count: those of the round under way or of the best finished one, whichever scores higher. */
function ofQuiz(content: ModuleContent, types: Types, state: LearnerState, quiz: Activity): readonly Contribution[] {
  const children = content.activities.filter((activity) => activity.quiz === quiz.id && activity.points > 0);
  const draw = drawOf(types, quiz, state.activities[quiz.n]);
  const ratios = new Map(draw?.kept);
  const kept = children.filter(({ n }) => ratios.has(n)).map((activity) => contribution(activity, ratios.get(activity.n)));
  const live = children.filter(({ n }) => draw?.live.includes(n)).map((activity) => answered(types, state, activity));
  if (kept.length + live.length > 0) return (percentOf(live) ?? 0) > (percentOf(kept) ?? -1) ? live : kept;
  // A quiz counts even before its first draw. Otherwise one right answer elsewhere would be 100 %, and stay as the best score.
  const share = Math.min(1, (draw?.asks ?? children.length) / children.length);
  return children.map((activity) => contribution(activity, undefined, share));
}

/** Lists everything that counts for the score of the module. */
export function contributionsOf(content: ModuleContent, types: Types, state: LearnerState): readonly Contribution[] {
  return content.activities.flatMap((activity) => {
    if (activity.points === 0 || activity.quiz !== undefined) return [];
    if (types[activity.type]?.draw) return ofQuiz(content, types, state, activity);
    return [answered(types, state, activity)];
  });
}
