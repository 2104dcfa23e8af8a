import type { Activity } from '../model/activity.ts';
import { encodeState } from '../model/codec.ts';
import { fittedState } from '../model/fitted.ts';
import { settle } from '../model/progress.ts';
import { type LearnerRecord, recordOf } from '../model/record.ts';
import { withChecks } from '../model/saved-text.ts';
import { type LearnerState, newState } from '../model/state.ts';
import { type Beginning, begin, registerSlots } from './begin.ts';
import { BEAT, createClock } from './clock.ts';
import { createSaver, type Saver } from './saver.ts';
import { type Standing, standingOf } from './standing.ts';
import { createStopwatch, type Stopwatch } from './stopwatch.ts';
import type { TrackerWorld } from './world.ts';

/** Milliseconds until a save: at the start, after an answer (several make one commit), and after typing or a page turn. */
export const AT_ONCE = 0;
export const AFTER_ANSWER = 300;
export const AFTER_DRAFT = 5000;

/**
 * Milliseconds without any deed after which a visit that has saved everything is asleep. The work may have gone on elsewhere
 * since, on another computer: an LMS tells an open page nothing of that, and takes the older text for the newer.
 */
const ASLEEP = 30 * 60_000;

/** One visit: the state as it is now, and what becomes of it. */
export interface OpenVisit extends Omit<Beginning, 'state' | 'copy' | 'aside' | 'isHeld' | 'isHeard'> {
  readonly watch: Stopwatch;
  readonly saver: Saver;
  /** False in review and browse, and after the end: nothing can be changed. */
  isOpen(): boolean;
  /** An earlier text can't be read, and stays: the learner has done nothing yet. */
  isHeld(): boolean;
  /** Nothing was done for so long that the work may have gone on elsewhere. */
  isAsleep(): boolean;
  /** The state with the time of this moment. */
  current(): LearnerState;
  standing(activity: Activity): Standing;
  /**
   * Takes over what an event makes of the state, and has it saved in time. What is only typed or placed changes no
   * score: a quiz says so that it has drawn new questions before it has the old answers to them forgotten.
   * @param byItself not the learner's doing
   */
  change(event: 'page' | 'typed' | 'answered', milliseconds: number, next: (state: LearnerState) => LearnerState, byItself?: boolean): void;
  /** Lock numbers of the activities whose words are too long for the LMS: they will not be there at the next visit. */
  without(): readonly number[];
  /** Work of other attempts that this browser keeps, and the end of it. */
  others(): readonly LearnerState[];
  eraseOthers(): void;
  /** Saves now, where there has been something to save. */
  saveNow(): void;
  /** @param stays the page is still there afterwards */
  end(stays: boolean): void;
}

/** Opens the session with the LMS. `notify` is called after any change of progress or save status. */
export function openVisit(world: TrackerWorld, notify: () => void): OpenVisit {
  const { content, types, driver, later } = world;
  const clock = createClock(world.now);
  const watch = createStopwatch(world.now, clock.session);
  const { launch, found, state: first, copy, aside, ...beginning } = begin(world);
  /** Seconds of earlier visits whose end never reached the LMS, which counts time at the end only (moodle.md 19). */
  const owed = Math.max(first.time - (launch.counted ?? first.time), 0);
  let state = first;
  let isOpen = launch.mode === 'normal' && !world.elsewhere && !launch.refused;
  let isBegun = false;
  let lastDeed = world.now();
  let { isHeld, isHeard } = beginning;
  let isRegistered = !driver.limits.registerFirst;
  let without: readonly number[] = [];
  // The local copy has an answer that no save has carried yet: what confirms an earlier save does not erase it.
  let isAhead = false;
  let stopBeat = later(BEAT, beat);
  const permanent = launch.mode !== 'normal' ? launch.mode : world.elsewhere ? 'elsewhere' : launch.alone ? 'alone' : undefined;
  const saver = createSaver({ ...world, record, permanent, changed: notify, heard });

  function beat(): void {
    clock.tick();
    stopBeat = later(BEAT, beat);
  }

  function current(): LearnerState {
    const seconds = (milliseconds: number): number => Math.floor(milliseconds / 1000);
    return { ...state, time: first.time + seconds(clock.session()), active: first.active + seconds(clock.active()) };
  }

  function isAsleep(): boolean {
    return saver.status() === 'saved' && world.now() - lastDeed > ASLEEP;
  }

  function record(): LearnerRecord {
    // Not before the page can be used: there may be hundreds of slots.
    if (!isRegistered) registerSlots(world, state);
    isRegistered = true;
    state = { ...state, counter: state.counter + 1 };
    const now = current();
    const fitted = fittedState(content, now, driver.limits.state, aside);
    const text = isHeld ? launch.state : fitted.text;
    const silent = isHeld || isAsleep();
    ({ without } = fitted);
    isAhead = false;
    // Before the LMS is told: whatever becomes of the call, or of this tab, the work is here.
    if (!silent) world.note?.(now);
    if (!silent) copy?.keep(state.attempt, without.length > 0 ? encodeState(withChecks(content, now), content) : fitted.own, isHeard);
    if (!silent) copy?.setAside(fitted.left, text);
    const visit = { session: now.time - first.time + owed, answered: watch.answered, textLimit: driver.limits.text, text };
    return { ...recordOf(content, types, now, visit), ...(silent && { silent }) };
  }

  function heard(): void {
    isHeard = true;
    // What the LMS has no room for, or may not have got, stays here (moodle.md 36).
    if (without.length === 0 && !isAhead && !driver.isHeavy?.()) copy?.erase(state.attempt);
  }

  /** Writes the local copy before the press is over: a browser that dies before the save keeps the answer. */
  function keepAtOnce(): void {
    if (!copy || isHeld) return;
    isAhead = true;
    copy.keep(state.attempt, encodeState(withChecks(content, current()), content), isHeard);
  }

  return {
    launch,
    found,
    watch,
    saver,
    current,
    isOpen: () => isOpen,
    isHeld: () => isHeld,
    isAsleep: () => isOpen && isAsleep(),
    without: () => without,
    others: () => copy?.others() ?? [],
    eraseOthers: () => copy?.eraseOthers(),
    standing: (activity) => standingOf(types, activity, state.activities[activity.n], isOpen),
    change(event, milliseconds, next, byItself = event === 'page') {
      const { status } = state;
      clock.event();
      lastDeed = world.now();
      isBegun = true;
      isHeld &&= byItself;
      state = event === 'typed' ? next(state) : settle(content, types, next(state));
      if (event === 'answered') keepAtOnce();
      if (!isHeld) saver.within(state.status === status ? milliseconds : Math.min(milliseconds, AFTER_ANSWER));
      if (event !== 'typed') notify();
    },
    saveNow() {
      if (isOpen && isBegun && !isHeld && !isAsleep()) saver.now();
    },
    end(stays) {
      isOpen = false;
      stopBeat();
      if (world.elsewhere) return;
      const isKept = saver.status() === 'saved' && without.length === 0 && !driver.isHeavy?.();
      const isTaken = saver.leave(stays);
      // Nobody can tell whether the end has arrived. Where only minutes could be lost, no answer stays on the computer.
      const { attempt, time, active } = current();
      if (isKept && isTaken) copy?.keep(attempt, encodeState({ ...newState(attempt), time, active }, content), true);
    },
  };
}
