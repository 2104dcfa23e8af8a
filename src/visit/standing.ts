import type { Activity, Answer } from '../model/course/activity.ts';
import { isJudged, scoreOfAnswer, type Types } from '../model/judging/judging.ts';
import type { Outcome, Verdict } from '../model/judging/verdict.ts';
import type { ActivityState } from '../model/state/state.ts';

/** State of an activity for the learner. */
export interface Standing {
  /** Answer to show in the inputs: the draft, or else the submitted answer, or else null. */
  readonly answer: Answer;
  readonly submitted: boolean;
  readonly tries: number;
  /** Tries left; Infinity if there is no limit. */
  readonly left: number;
  /** True if no tries are left, the last one was all right, or the mode is not normal. */
  readonly locked: boolean;
  /** Verdict of the submitted answer; null if there is none, or while a draft differs from it. */
  readonly verdict: Verdict | null;
}

function outcomeOf(activity: Activity, ratio: number): Outcome {
  if (!isJudged(activity)) return 'done';
  if (ratio === 1) return 'right';
  return ratio === 0 ? 'wrong' : 'partly';
}

/** Judges an answer, given the number of tries. Reports missed parts only once nothing can be changed. */
export function judge(types: Types, activity: Activity, answer: Answer, tries: number): Verdict {
  const { ratio, parts } = scoreOfAnswer(types, activity, answer);
  // A quiz has its questions judged. The quiz itself is only done, and a next round is always open.
  if (types[activity.type]?.draw) return { outcome: 'done', ratio, parts: {}, final: false };
  const outcome = outcomeOf(activity, ratio);
  const final = outcome === 'right' || (activity.attempts > 0 && tries >= activity.attempts);
  const shown = final ? parts : Object.fromEntries(Object.entries(parts).filter(([, verdict]) => verdict !== 'missed'));
  return { outcome, ratio, parts: shown, final };
}

/**
 * @param open false if nothing may be changed in this visit
 * @param known verdict of the submitted answer, if already known
 */
export function standingOf(types: Types, activity: Activity, state: ActivityState | undefined, open: boolean, known?: Verdict): Standing {
  const { answer, draft, tries = 0 } = state ?? {};
  const verdict = answer === undefined ? null : (known ?? judge(types, activity, answer, tries));
  return {
    answer: draft ?? answer ?? null,
    submitted: answer !== undefined,
    tries,
    left: activity.attempts === 0 ? Number.POSITIVE_INFINITY : Math.max(activity.attempts - tries, 0),
    locked: !open || verdict?.final === true,
    verdict: draft === undefined ? verdict : null,
  };
}
