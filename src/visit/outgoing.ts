import { type LearnerRecord, recordOf } from '../model/record/record.ts';
import { encodeState } from '../model/state/codec.ts';
import { fittedState } from '../model/state/fitted.ts';
import { withChecks } from '../model/state/saved-text.ts';
import { type LearnerState, newState } from '../model/state/state.ts';
import { type Beginning, registerSlots } from './begin.ts';
import type { Stopwatch } from './stopwatch.ts';
import type { TrackerWorld } from './world.ts';

/** Makes the records for the LMS, and keeps the local copy in sync. */
export function createOutgoing(world: TrackerWorld, { launch, state: first, copy, aside, isHeard }: Beginning, watch: Stopwatch) {
  const { content, types, driver } = world;
  /** Seconds of earlier visits whose end never reached the LMS: it only counts time at the end (moodle.md 19). */
  const owed = Math.max(first.time - (launch.counted ?? first.time), 0);
  let isKnown = isHeard;
  let isRegistered = !driver.limits.registerFirst;
  let without: readonly number[] = [];
  /** True if the local copy has an answer that isn't in any save yet: confirming an earlier save must not erase it. */
  let isAhead = false;

  const encoded = (state: LearnerState): string => encodeState(withChecks(content, state), content);
  /** Returns false if work must stay here: the LMS has no room for it, or may not have received it (moodle.md 36). */
  const isComplete = (): boolean => without.length === 0 && !driver.isHeavy?.();

  return {
    /** Lock numbers of the activities whose texts are too long for the LMS. */
    without: () => without,
    /**
     * Makes the record of a state, and writes the local copy.
     * @param isHeld true if the LMS must keep its present text
     * @param silent true to report only the time
     */
    record(state: LearnerState, isHeld: boolean, silent: boolean): LearnerRecord {
      // Only once the page can be used: there may be hundreds of slots.
      if (!isRegistered) registerSlots(world, state);
      isRegistered = true;
      const fitted = fittedState(content, state, driver.limits.state, aside);
      const text = isHeld ? launch.state : fitted.text;
      ({ without } = fitted);
      isAhead = false;
      if (!silent) {
        // Before sending it to the LMS: the work is safe here even if the call or this tab fails.
        world.note?.(state);
        copy?.keep(state.attempt, without.length > 0 ? encoded(state) : fitted.own, isKnown);
        copy?.setAside(fitted.left, text);
      }
      const visit = { session: state.time - first.time + owed, answered: watch.answered, textLimit: driver.limits.text, text };
      return { ...recordOf(content, types, state, visit), ...(silent && { silent }) };
    },
    /** Called when the last save is confirmed. */
    confirmed({ attempt }: LearnerState): void {
      isKnown = true;
      if (!isAhead && isComplete()) copy?.erase(attempt);
    },
    /** Writes the local copy at once: if the browser crashes before the save, it still has the answer. */
    keepAtOnce(state: LearnerState): void {
      isAhead = true;
      copy?.keep(state.attempt, encoded(state), isKnown);
    },
    isComplete,
    /** Keeps only the time, in case the end didn't arrive; no answer stays on the computer. */
    keepMinutes({ attempt, time, active }: LearnerState): void {
      copy?.keep(attempt, encodeState({ ...newState(attempt), time, active }, content), true);
    },
  };
}
