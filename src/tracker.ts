import type { Driver, Launch } from './drivers/driver.ts';
import type { Activity, Answer } from './model/activity.ts';
import { readState } from './model/codec.ts';
import type { ModuleContent } from './model/course.ts';
import { keepAnswer, keepDraft, seePage, startRound } from './model/events.ts';
import type { Types } from './model/judging.ts';
import { indexOfPlaces, slotId, slotsOf, withPlaces } from './model/places.ts';
import { type Progress, progressOf, settle } from './model/progress.ts';
import { type LearnerRecord, recordOf, type Visit } from './model/record.ts';
import { type LearnerState, newState } from './model/state.ts';
import type { Verdict } from './player/mount.ts';
import { BEAT, createClock } from './tracking/clock.ts';
import { createSaver, type SaveStatus } from './tracking/saver.ts';
import { judge, type Standing, standingOf } from './tracking/standing.ts';

/** What the tracker needs of the world; tests give their own. */
export interface TrackerWorld {
  readonly content: ModuleContent;
  /** `scoring.ts` of each type used, by type name. */
  readonly types: Types;
  readonly driver: Driver;
  /** Milliseconds since 1970. */
  now(): number;
  /** 0 ≤ x < 1. */
  random(): number;
  /** As `setTimeout`; gives back a canceller. */
  later(milliseconds: number, task: () => void): () => void;
  /** Second witness after a commit that answered true: did the network carry a tiny picture? Absent: not asked. */
  witness?(): Promise<boolean>;
}

/** Events in, saved state and record out. Knows no LMS. */
export interface Tracker {
  readonly launch: Launch;
  /** What was found of an earlier visit; the last two: it is there, but not to be read by us, and a new start was made. */
  readonly found?: 'nothing' | 'state' | 'unreadable' | 'newer';
  state(): LearnerState;
  /** @throws where the module has no such activity */
  standing(id: string): Standing;
  /** A page is on screen. The first one, at once after the start, makes the opening commit. */
  visit(page: string): void;
  /** An answer that is not submitted yet; saved within five seconds. */
  draft(id: string, answer: Answer): void;
  /** Judges an answer, and saves it within a third of a second; saves nothing where the activity is locked. */
  submit(id: string, answer: Answer): Verdict;
  /** Forgets the answers of these (lock numbers) for a new round of their quiz, which gets its tries back if all are used. */
  restart(numbers: readonly number[]): void;
  progress(): Progress;
  saveStatus(): SaveStatus;
  /** Saves now: the page is hidden, or the learner asks for it. */
  flush(): void;
  /** Ends the visit, synchronously. Nothing is kept of what comes after it. */
  leave(): void;
  /** The listener is called after any change of progress or save status; gives back the end of that. */
  subscribe(listener: () => void): () => void;
  /** The last refusal of the LMS; code 0: it threw or did not answer. */
  lastFault(): { readonly call: string; readonly code: number } | null;
}

/** Milliseconds until a save: after an answer (several make one commit), and after typing or a page turn. */
const AFTER_ANSWER = 300;
const AFTER_DRAFT = 5000;

function randomName(random: () => number): string {
  return Array.from({ length: 8 }, () => Math.floor(random() * 36).toString(36)).join('');
}

/** Opens the session: what was saved, or a new state, with score and status as they follow from it. */
function begin({ content, types, driver, random }: TrackerWorld): { launch: Launch; found: 'nothing' | 'state' | 'unreadable' | 'newer'; state: LearnerState } {
  const launch = driver.start();
  const reading = launch.state === '' ? null : readState(launch.state, content.id);
  const kept = reading && 'state' in reading ? reading.state : { ...newState(randomName(random)), ...launch.known };
  const state = withPlaces(content, types, settle(content, types, kept), driver.limits);
  const found = reading ? ('state' in reading ? 'state' : reading.problem) : 'nothing';
  return { launch, found, state };
}

/** Names every slot, so that the columns of a report stand in the same order for all learners. */
function registerSlots({ content, driver }: TrackerWorld, state: LearnerState): void {
  const indexOf = indexOfPlaces(state.places);
  driver.register(
    slotsOf(content).flatMap(({ activity, slot }) => {
      const place = indexOf(activity, slot.part, 1);
      return place === undefined ? [] : [{ id: slotId(activity, slot), slot, place }];
    }),
  );
}

/** When each question was shown and answered in this visit; none of it is saved. */
function createStopwatch(now: () => number, session: () => number) {
  const shown = new Map<string, number>();
  const last = new Map<number, number>();
  const answered = new Map<number, { readonly time: number; readonly latency: number }>();
  return {
    answered: answered as Visit['answered'],
    show: (page: string) => shown.set(page, session()),
    forget: (n: number) => answered.delete(n),
    answer({ n, page }: Activity) {
      const latency = (session() - Math.max(shown.get(page) ?? 0, last.get(n) ?? 0)) / 1000;
      last.set(n, session());
      answered.set(n, { time: now(), latency });
    },
  };
}

/** Opens the session with the LMS and gives back what the player works with. */
export function createTracker(world: TrackerWorld): Tracker {
  const { content, types, driver, later } = world;
  const clock = createClock(world.now);
  const begun = begin(world);
  const { launch, found } = begun;
  const isNormal = launch.mode === 'normal';
  const watch = createStopwatch(world.now, clock.session);
  const listeners = new Set<() => void>();
  let { state } = begun;
  let isOpen = isNormal;
  let visited = false;
  // What can't be read is not written over before the learner has done something.
  let isHeld = found === 'unreadable' || found === 'newer';
  let stopBeat = later(BEAT, beat);
  if (isNormal && driver.limits.registerFirst) registerSlots(world, state);

  const notify = (): void => {
    for (const listener of listeners) listener();
  };
  const saver = createSaver({
    ...world,
    record,
    permanent: launch.mode !== 'normal' ? launch.mode : launch.alone ? 'alone' : undefined,
    changed: notify,
  });

  function beat(): void {
    clock.tick();
    stopBeat = later(BEAT, beat);
  }

  function current(): LearnerState {
    clock.tick();
    const seconds = (earlier: number, milliseconds: number): number => earlier + Math.floor(milliseconds / 1000);
    return { ...state, time: seconds(begun.state.time, clock.session()), active: seconds(begun.state.active, clock.active()) };
  }

  function record(): LearnerRecord {
    state = { ...state, counter: state.counter + 1 };
    const visit = { session: Math.floor(clock.session() / 1000), answered: watch.answered, textLimit: driver.limits.text };
    const told = recordOf(content, types, current(), visit);
    return isHeld ? { ...told, state: launch.state } : told;
  }

  function activityOf(id: string): Activity {
    const activity = content.activities.find((one) => one.id === id);
    if (!activity) throw new Error(`no activity ${id}`);
    return activity;
  }

  function standing(activity: Activity): Standing {
    return standingOf(types, activity, state.activities[activity.n], isOpen);
  }

  /** Takes over what an event made of the state, and has it saved in time. */
  function change(next: LearnerState, milliseconds: number): void {
    const { status } = state;
    clock.event();
    state = settle(content, types, next);
    if (!isHeld) saver.within(state.status === status ? milliseconds : Math.min(milliseconds, AFTER_ANSWER));
    notify();
  }

  return {
    launch,
    found,
    state: current,
    standing: (id) => standing(activityOf(id)),
    visit(id) {
      const page = content.pages.find((one) => one.id === id);
      if (!page) return;
      clock.tick();
      watch.show(id);
      if (!isOpen) return;
      const wait = visited ? AFTER_DRAFT : 0;
      visited = true;
      change(seePage(state, page), wait);
    },
    draft(id, answer) {
      const activity = activityOf(id);
      if (standing(activity).locked) return;
      isHeld = false;
      change(keepDraft(state, activity, answer), AFTER_DRAFT);
    },
    submit(id, answer) {
      const activity = activityOf(id);
      const { locked, verdict, tries } = standing(activity);
      if (locked) return verdict ?? judge(types, activity, answer, tries);
      isHeld = false;
      clock.tick();
      watch.answer(activity);
      change(withPlaces(content, types, keepAnswer(types, state, activity, answer), driver.limits), AFTER_ANSWER);
      return judge(types, activity, answer, tries + 1);
    },
    restart(numbers) {
      if (!isOpen) return;
      isHeld = false;
      numbers.forEach(watch.forget);
      change(startRound(content, state, numbers), AFTER_ANSWER);
    },
    progress: () => progressOf(content, types, current()),
    saveStatus: saver.status,
    flush() {
      if (isOpen && visited && !isHeld) saver.now();
    },
    leave() {
      isOpen = false;
      stopBeat();
      saver.leave();
    },
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    lastFault: saver.lastFault,
  };
}

export type { Launch, LearnerState, Progress, SaveStatus, Standing };
