import type { Activity, Answer } from '../model/course/activity.ts';
import type { ModuleContent } from '../model/course/course.ts';
import { type Progress, progressOf } from '../model/judging/progress.ts';
import type { Verdict } from '../model/judging/verdict.ts';
import { keepAnswer, keepDraft, seePage, startRound } from '../model/state/events.ts';
import { withPlaces } from '../model/state/places.ts';
import type { LearnerState } from '../model/state/state.ts';
import { AFTER_ANSWER, AFTER_DRAFT, AT_ONCE, type OpenVisit, openVisit } from './open-visit.ts';
import type { SaveStatus } from './saver.ts';
import { judge, type Standing } from './standing.ts';
import type { TrackerWorld } from './world.ts';

/** Turns events into the saved state and the record. Independent of the LMS. */
export interface Tracker extends Omit<OpenVisit, 'saver' | 'watch' | 'change' | 'isOpen' | 'standing'> {
  /**
   * @param known verdict just returned by `submit`, to avoid judging twice
   * @throws if the module has no such activity
   */
  standing(id: string, known?: Verdict): Standing;
  /** Triggers the opening commit where no page is on screen yet: an LMS may drop an attempt that ends without one. */
  open(): void;
  /** Records that a page is on screen. The first one, right after the start, triggers the opening commit. */
  visit(page: string): void;
  /**
   * Stores an answer that is not submitted yet; saved within five seconds.
   * @param byItself true if the activity reports it without the learner, because it is shown (a quiz draws)
   */
  draft(id: string, answer: Answer, byItself?: boolean): void;
  /** Judges an answer, and saves it within a third of a second. If the activity is locked, saves nothing. */
  submit(id: string, answer: Answer, byItself?: boolean): Verdict;
  /** Forgets the answers of these activities (lock numbers) for a new round. Resets the quiz's tries if all are used. */
  restart(numbers: readonly number[]): void;
  progress(): Progress;
  saveStatus(): SaveStatus;
  /** Returns true if closing the tab now could lose the end of the visit. Its time would then count with the next visit. */
  isHeavy(): boolean;
  /** Adds a listener for changes of progress or save status. @returns function that removes it */
  subscribe(listener: () => void): () => void;
  /** Returns the last refusal of the LMS; code 0: it threw or did not answer. */
  lastFault(): { readonly call: string; readonly code: number } | null;
}

function activityOf({ activities }: ModuleContent, id: string): Activity {
  const activity = activities.find((one) => one.id === id);
  if (!activity) throw new Error(`no activity ${id}`);
  return activity;
}

/** Opens the session with the LMS. @returns the tracker for the player */
export function createTracker(world: TrackerWorld): Tracker {
  const { content, types, driver } = world;
  const listeners = new Set<() => void>();
  const notify = (): void => listeners.forEach((listener) => void listener());
  const { saver, watch, change, isOpen, standing, ...visit } = openVisit(world, notify);
  let pause = AT_ONCE;

  return {
    ...visit,
    standing: (id, known) => standing(activityOf(content, id), known),
    open: () => (isOpen() ? change('page', AT_ONCE, (state) => state) : undefined),
    visit(id) {
      const page = content.pages.find((one) => one.id === id);
      if (!page || !isOpen()) return;
      watch.show(id);
      change('page', pause, (state) => seePage(state, page));
      pause = AFTER_DRAFT;
    },
    draft(id, answer, byItself) {
      const activity = activityOf(content, id);
      if (!standing(activity).locked) change('typed', AFTER_DRAFT, (state) => keepDraft(state, activity, answer), byItself);
    },
    submit(id, answer, byItself) {
      const activity = activityOf(content, id);
      const { locked, verdict, tries } = standing(activity);
      if (locked) return verdict ?? judge(types, activity, answer, tries);
      watch.answer(activity);
      const judged = judge(types, activity, answer, tries + 1);
      const next = (state: LearnerState) =>
        withPlaces(content, types, keepAnswer(types, state, activity, answer, judged.ratio), driver.limits);
      change('answered', AFTER_ANSWER, next, byItself);
      return judged;
    },
    restart(numbers) {
      if (!isOpen()) return;
      numbers.forEach(watch.forget);
      change('answered', AFTER_ANSWER, (state) => startRound(content, state, numbers));
    },
    progress: () => progressOf(content, types, visit.state()),
    saveStatus: () => saver.status(),
    isHeavy: () => isOpen() && driver.isHeavy?.() === true,
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    lastFault: () => saver.fault,
  };
}

export type { Progress, SaveStatus, Standing };
