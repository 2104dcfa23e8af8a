import type { Activity } from './activity.ts';
import type { ModuleContent } from './course.ts';
import { bestRatio, drawOf, type Types } from './judging.ts';
import type { LearnerState } from './state.ts';

/** What one activity adds to the score. */
export interface Contribution {
  readonly activity: Activity;
  /** Points that count, at most those of the activity: of questions not drawn yet, their share. */
  readonly points: number;
  /** 0..1; undefined = not answered, which counts as 0. */
  readonly ratio: number | undefined;
}

/** Percent 0..100 with two decimals, over contributions; undefined where there are no points or nothing is answered yet. */
export function percentOf(contributions: readonly Contribution[]): number | undefined {
  let won = 0;
  let total = 0;
  let begun = false;
  for (const { points, ratio } of contributions) {
    won += points * (ratio ?? 0);
    total += points;
    begun ||= ratio !== undefined;
  }
  // The same sum in another order may miss a half by a hair: it counts as the half.
  return begun && total > 0 ? Math.round((10_000 * won) / total + 1e-6) / 100 : undefined;
}

/** The inner activities of a quiz that count: those asked now or those of its best finished attempt, whichever scores higher. */
function ofQuiz(content: ModuleContent, types: Types, state: LearnerState, quiz: Activity): readonly Contribution[] {
  const children = content.activities.filter((activity) => activity.quiz === quiz.id && activity.points > 0);
  const draw = drawOf(types, quiz, state.activities[quiz.n]);
  const ratios = new Map(draw?.kept);
  const kept = children
    .filter(({ n }) => ratios.has(n))
    .map((activity) => ({ activity, points: activity.points, ratio: ratios.get(activity.n) }));
  const live = children
    .filter(({ n }) => draw?.live.includes(n))
    .map((activity) => ({ activity, points: activity.points, ratio: bestRatio(types, activity, state.activities[activity.n]) }));
  if (kept.length + live.length > 0) return (percentOf(live) ?? 0) > (percentOf(kept) ?? -1) ? live : kept;
  // Before the first draw it must weigh already, or one right answer elsewhere would be 100 %, and be kept as the best score.
  const share = Math.min(1, (draw?.asks ?? children.length) / children.length);
  return children.map((activity) => ({ activity, points: activity.points * share, ratio: undefined }));
}

/** All that counts for the score of the module. */
export function contributionsOf(content: ModuleContent, types: Types, state: LearnerState): readonly Contribution[] {
  return content.activities.flatMap((activity) => {
    if (activity.points === 0 || activity.quiz !== undefined) return [];
    if (types[activity.type]?.draw) return ofQuiz(content, types, state, activity);
    return [{ activity, points: activity.points, ratio: bestRatio(types, activity, state.activities[activity.n]) }];
  });
}
