import type { Judged, PartVerdict, Token } from '../course/activity.ts';

/** Outcome of a whole answer; 'done' if nothing in it can be right or wrong. */
export type Outcome = Judged | 'done';

/** Judgement of an answer, limited to what the learner may see now. */
export interface Verdict {
  readonly outcome: Outcome;
  /** 0..1. */
  readonly ratio: number;
  /** `missed` parts are given only when `final`. */
  readonly parts: Readonly<Record<Token, PartVerdict>>;
  /** True if no tries are left or all is right: inputs are locked, and the right answers may be shown. */
  readonly final: boolean;
}
