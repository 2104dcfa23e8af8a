import type { Activity, Answer } from '../model/activity.ts';
import { isJudged, scoreOfAnswer, type Types } from '../model/judging.ts';
import type { ActivityState } from '../model/state.ts';
import type { Verdict } from '../player/mount.ts';

/** Where an activity stands for the learner. */
export interface Standing {
  /** What to show in the inputs: the draft if there is one, else the submitted answer, else null. */
  readonly answer: Answer;
  readonly submitted: boolean;
  readonly tries: number;
  /** Tries left; Infinity where there is no limit. */
  readonly left: number;
  /** No more tries, all right at the last one, or the mode is not normal. */
  readonly locked: boolean;
  /** Verdict of the submitted answer; null before, and while a draft differs from it. */
  readonly verdict: Verdict | null;
}

function outcomeOf(activity: Activity, ratio: number): Verdict['outcome'] {
  if (!isJudged(activity)) return 'done';
  if (ratio === 1) return 'right';
  return ratio === 0 ? 'wrong' : 'partly';
}

/** Judges an answer after so many tries. What was missed is told only when nothing can be changed any more. */
export function judge(types: Types, activity: Activity, answer: Answer, tries: number): Verdict {
  const { ratio, parts } = scoreOfAnswer(types, activity, answer);
  // A quiz judges its questions; it is itself only done, and its next round is always open.
  if (types[activity.type]?.draw) return { outcome: 'done', ratio, parts: {}, final: false };
  const outcome = outcomeOf(activity, ratio);
  const final = outcome === 'right' || (activity.attempts > 0 && tries >= activity.attempts);
  const shown = final ? parts : Object.fromEntries(Object.entries(parts).filter(([, verdict]) => verdict !== 'missed'));
  return { outcome, ratio, parts: shown, final };
}

/** @param open false where nothing may be changed in this visit */
export function standingOf(types: Types, activity: Activity, state: ActivityState | undefined, open: boolean): Standing {
  const { answer, draft, tries = 0 } = state ?? {};
  const verdict = answer === undefined ? null : judge(types, activity, answer, tries);
  return {
    answer: draft ?? answer ?? null,
    submitted: answer !== undefined,
    tries,
    left: activity.attempts === 0 ? Number.POSITIVE_INFINITY : Math.max(activity.attempts - tries, 0),
    locked: !open || verdict?.final === true,
    verdict: draft === undefined ? verdict : null,
  };
}
