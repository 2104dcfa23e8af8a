import type { Activity } from '../model/course/activity.ts';
import { settle } from '../model/judging/progress.ts';
import type { Verdict } from '../model/judging/verdict.ts';
import type { LearnerRecord } from '../model/record/record.ts';
import type { LearnerState } from '../model/state/state.ts';
import { type Beginning, begin } from './begin.ts';
import { createClock, startBeat } from './clock.ts';
import { createOutgoing } from './outgoing.ts';
import { Saver } from './saver.ts';
import { type Standing, standingOf } from './standing.ts';
import { createStopwatch, type Stopwatch } from './stopwatch.ts';
import type { TrackerWorld } from './world.ts';

/** Delays (ms) until a save: at the start, after an answer (several make one commit), and after typing or a page turn. */
export const AT_ONCE = 0;
export const AFTER_ANSWER = 300;
export const AFTER_DRAFT = 5000;

/**
 * After this much inactivity (ms), a fully saved visit counts as asleep. Work may have continued on another computer since:
 * an LMS doesn't report that to an open page, and would accept its older text as the newer one.
 */
const ASLEEP = 30 * 60_000;

/** Visit: its state and its saves. */
export interface OpenVisit extends Pick<Beginning, 'launch' | 'found'> {
  readonly watch: Stopwatch;
  readonly saver: Saver;
  /** Returns false in review and browse modes, and after the end: nothing can be changed. */
  isOpen(): boolean;
  /** Returns true while an unreadable earlier text is left in the LMS, because the learner has done nothing yet. */
  isHeld(): boolean;
  /** Returns true after so much inactivity that work may have continued elsewhere. */
  isAsleep(): boolean;
  /** Returns the state with the current times. */
  state(): LearnerState;
  /** @param known verdict of the submitted answer, if already known */
  standing(activity: Activity, known?: Verdict): Standing;
  /**
   * Applies an event to the state, and schedules a save. Drafts don't change the score: a quiz reports its new questions
   * before it has their old answers forgotten.
   * @param byItself true if the learner did nothing
   */
  change(event: 'page' | 'typed' | 'answered', milliseconds: number, next: (state: LearnerState) => LearnerState, byItself?: boolean): void;
  /** Returns the lock numbers of the activities whose texts are too long for the LMS, and will be missing at the next visit. */
  without(): readonly number[];
  /** Returns the work of other attempts that this browser keeps. */
  others(): readonly LearnerState[];
  eraseOthers(): void;
  /** Saves now if there is anything to save: the page is hidden, or the learner asks for it. */
  flush(): void;
  /**
   * Ends the visit, synchronously. Later events are ignored.
   * @param stays true if the page stays: the status is `saving` until the page knows whether the end arrived
   */
  leave(stays?: boolean): void;
}

/** Opens the session with the LMS. `notify` is called after any change of progress or save status. */
export function openVisit(world: TrackerWorld, notify: () => void): OpenVisit {
  const { content, types, later, elsewhere } = world;
  const clock = createClock(world.now);
  const watch = createStopwatch(world.now, clock.session);
  const beginning = begin(world);
  const { launch, found, state: first, copy } = beginning;
  const outgoing = createOutgoing(world, beginning, watch);
  const { mode } = launch;
  let state = first;
  let { isHeld } = beginning;
  let isOpen = mode === 'normal' && !elsewhere && !launch.refused;
  let isBegun = false;
  let lastDeed = world.now();
  const stopBeat = startBeat(clock, later);
  const permanent = mode !== 'normal' ? mode : elsewhere ? 'elsewhere' : launch.alone ? 'alone' : undefined;
  const confirmed = (): void => outgoing.confirmed(state);
  const witness = permanent ? undefined : world.witness;
  const saver = new Saver({ ...world, witness, record, permanent, changed: notify, confirmed });

  function current(): LearnerState {
    const seconds = (milliseconds: number): number => Math.floor(milliseconds / 1000);
    return { ...state, time: first.time + seconds(clock.session()), active: first.active + seconds(clock.active()) };
  }

  function isAsleep(): boolean {
    return saver.status() === 'saved' && world.now() - lastDeed > ASLEEP;
  }

  function record(): LearnerRecord {
    state = { ...state, counter: state.counter + 1 };
    return outgoing.record(current(), isHeld, isHeld || isAsleep());
  }

  return {
    launch,
    found,
    watch,
    saver,
    state: current,
    isOpen: () => isOpen,
    isHeld: () => isHeld,
    isAsleep: () => isOpen && isAsleep(),
    without: outgoing.without,
    others: () => copy?.others() ?? [],
    eraseOthers: () => copy?.eraseOthers(),
    standing: (activity, known) => standingOf(types, activity, state.activities[activity.n], isOpen, known),
    change(event, milliseconds, next, byItself = event === 'page') {
      const { status } = state;
      clock.event();
      lastDeed = world.now();
      isBegun = true;
      isHeld &&= byItself;
      state = event === 'typed' ? next(state) : settle(content, types, next(state));
      if (event === 'answered' && !isHeld) outgoing.keepAtOnce(current());
      if (!isHeld) saver.within(state.status === status ? milliseconds : Math.min(milliseconds, AFTER_ANSWER));
      if (event !== 'typed') notify();
    },
    flush() {
      if (isOpen && isBegun && !isHeld && !isAsleep()) saver.now();
    },
    leave(stays = false) {
      isOpen = false;
      stopBeat();
      if (elsewhere) return;
      const isKept = saver.status() === 'saved' && outgoing.isComplete();
      if (saver.leave(stays) && isKept) outgoing.keepMinutes(current());
    },
  };
}
