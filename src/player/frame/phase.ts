import type { Outcome, Verdict } from '../../model/judging/verdict.ts';
import type { Standing } from '../../visit/tracker.ts';

/**
 * Phase of an activity on screen. `judged`: open, with its verdict. `retrying`: the learner has cleared the verdict to try again.
 * `locked`: nothing can be changed; the verdict, if any, is shown. `withheld`: its quiz doesn't show the verdict yet.
 */
export type Phase = 'new' | 'draft' | 'judged' | 'retrying' | 'locked' | 'withheld';

/** Event that makes a frame update. `change`: the answer or the quiz has changed. */
export type FrameEvent = 'mount' | 'change' | 'submit' | 'retry';

/** Facts that decide the phase, together with whether its quiz withholds verdicts. */
export type Facts = Pick<Standing, 'answer' | 'verdict' | 'locked'>;

/** Appearance of an activity. */
export interface Look {
  readonly phase: Phase;
  /** Outcome that the learner sees; `done` if it is withheld. */
  readonly shown: Outcome | undefined;
  /** `data-state`. */
  readonly state: 'new' | 'draft' | Outcome;
  readonly button: 'check' | 'retry' | 'continue' | 'none';
  /** Verdict for marking the parts; if it is final, the type also shows the right answers. */
  readonly marks: Verdict | null;
}

function phaseOf(prior: Phase, event: FrameEvent, { answer, verdict, locked }: Facts, withheld: boolean): Phase {
  if (event === 'retry' || (event === 'change' && prior === 'retrying')) return 'retrying';
  if (verdict && withheld) return 'withheld';
  if (locked) return 'locked';
  if (verdict) return 'judged';
  return answer === null ? 'new' : 'draft';
}

/**
 * Computes the next phase of an activity on screen, from its phase and an event, and its appearance.
 * @param withheld true if its quiz withholds verdicts
 * @param pressed true if the learner has submitted something since the page was opened: the next step is offered
 */
export function nextLook(prior: Phase, event: FrameEvent, facts: Facts, withheld: boolean, pressed: boolean): Look {
  const { answer, verdict, locked } = facts;
  const phase = phaseOf(prior, event, facts, withheld);
  const marks = phase === 'judged' || phase === 'locked' ? verdict : null;
  const shown = phase === 'withheld' ? 'done' : marks?.outcome;
  const isSettled = locked || shown === 'done';
  const button = isSettled && pressed ? 'continue' : locked ? 'none' : shown && !isSettled ? 'retry' : 'check';
  return { phase, shown, state: shown ?? (answer === null ? 'new' : 'draft'), button, marks };
}
