import type { Launch } from './drivers/driver.ts';
import type { Activity, Answer } from './model/activity.ts';
import { keepAnswer, keepDraft, seePage, startRound } from './model/events.ts';
import { withPlaces } from './model/places.ts';
import { type Progress, progressOf } from './model/progress.ts';
import type { LearnerState } from './model/state.ts';
import type { Verdict } from './player/mount.ts';
import type { Found } from './tracking/begin.ts';
import { AFTER_ANSWER, AFTER_DRAFT, AT_ONCE, openVisit } from './tracking/open-visit.ts';
import type { SaveStatus } from './tracking/saver.ts';
import { judge, type Standing } from './tracking/standing.ts';
import type { TrackerWorld } from './tracking/world.ts';

/** Events in, saved state and record out. Knows no LMS. */
export interface Tracker {
  readonly launch: Launch;
  readonly found: Found;
  state(): LearnerState;
  /** @throws where the module has no such activity */
  standing(id: string): Standing;
  /** A page is on screen. The first one, at once after the start, makes the opening commit. */
  visit(page: string): void;
  /**
   * An answer that is not submitted yet; saved within five seconds.
   * @param byItself the activity says so because it is shown (a quiz draws): the learner has done nothing
   */
  draft(id: string, answer: Answer, byItself?: boolean): void;
  /** Judges an answer, and saves it within a third of a second; saves nothing where the activity is locked. */
  submit(id: string, answer: Answer, byItself?: boolean): Verdict;
  /** Forgets the answers of these (lock numbers) for a new round of their quiz, which gets its tries back if all are used. */
  restart(numbers: readonly number[]): void;
  progress(): Progress;
  saveStatus(): SaveStatus;
  /** Lock numbers of the activities whose words are too long for the LMS: they will not be there at the next visit. */
  without(): readonly number[];
  /** Work of other attempts that this browser keeps, and the end of it. */
  others(): readonly LearnerState[];
  eraseOthers(): void;
  /** An earlier text can't be read, and stays until the learner does something. */
  isHeld(): boolean;
  /** Nothing was done for so long that the work may have gone on elsewhere. */
  isAsleep(): boolean;
  /** Returns true where the LMS might miss the end of the visit if the tab were closed now: its time would count with the next one. */
  isHeavy(): boolean;
  /** Saves now: the page is hidden, or the learner asks for it. */
  flush(): void;
  /**
   * Ends the visit, synchronously. Nothing is kept of what comes after it.
   * @param stays the page is still there afterwards: it is `saving` until it has seen whether the end arrived
   */
  leave(stays?: boolean): void;
  /** The listener is called after any change of progress or save status; gives back the end of that. */
  subscribe(listener: () => void): () => void;
  /** The last refusal of the LMS; code 0: it threw or did not answer. */
  lastFault(): { readonly call: string; readonly code: number } | null;
}

/** Opens the session with the LMS and gives back what the player works with. */
export function createTracker(world: TrackerWorld): Tracker {
  const { content, types, driver } = world;
  const listeners = new Set<() => void>();
  const visit = openVisit(world, () => {
    for (const listener of listeners) listener();
  });
  const { saver, watch } = visit;
  let pause = AT_ONCE;

  function activityOf(id: string): Activity {
    const activity = content.activities.find((one) => one.id === id);
    if (!activity) throw new Error(`no activity ${id}`);
    return activity;
  }

  return {
    launch: visit.launch,
    found: visit.found,
    state: visit.current,
    standing: (id) => visit.standing(activityOf(id)),
    visit(id) {
      const page = content.pages.find((one) => one.id === id);
      if (!page || !visit.isOpen()) return;
      watch.show(id);
      visit.change('page', pause, (state) => seePage(state, page));
      pause = AFTER_DRAFT;
    },
    draft(id, answer, byItself) {
      const activity = activityOf(id);
      if (visit.standing(activity).locked) return;
      visit.change('typed', AFTER_DRAFT, (state) => keepDraft(state, activity, answer), byItself);
    },
    submit(id, answer, byItself) {
      const activity = activityOf(id);
      const { locked, verdict, tries } = visit.standing(activity);
      if (locked) return verdict ?? judge(types, activity, answer, tries);
      watch.answer(activity);
      visit.change(
        'answered',
        AFTER_ANSWER,
        (state) => withPlaces(content, types, keepAnswer(types, state, activity, answer), driver.limits),
        byItself,
      );
      return judge(types, activity, answer, tries + 1);
    },
    restart(numbers) {
      if (!visit.isOpen()) return;
      numbers.forEach(watch.forget);
      visit.change('answered', AFTER_ANSWER, (state) => startRound(content, state, numbers));
    },
    progress: () => progressOf(content, types, visit.current()),
    saveStatus: saver.status,
    without: visit.without,
    others: visit.others,
    eraseOthers: visit.eraseOthers,
    isHeld: visit.isHeld,
    isAsleep: visit.isAsleep,
    isHeavy: () => visit.isOpen() && driver.isHeavy?.() === true,
    flush: visit.saveNow,
    leave: (stays = false) => visit.end(stays),
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    lastFault: saver.lastFault,
  };
}

export type { Progress, SaveStatus, Standing };
