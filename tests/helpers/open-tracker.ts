import type { LearnerState } from '../../src/model/state/state.ts';
import { createTracker, type Tracker } from '../../src/visit/tracker.ts';
import { bakery, bakeryTypes } from './bakery.ts';
import { type FakeLms, type FakeSession, fakeLms } from './fake-driver.ts';
import { type FakeTime, fakeTime } from './fake-time.ts';
import { savedState } from './saved-state.ts';

interface Setting extends FakeSession {
  readonly content?: ReturnType<typeof bakery>;
  readonly lms?: FakeLms;
  readonly time?: FakeTime;
  readonly witness?: () => Promise<boolean>;
  readonly storage?: () => Storage;
  readonly elsewhere?: boolean;
}

interface Opened {
  readonly lms: FakeLms;
  readonly time: FakeTime;
  readonly tracker: Tracker;
}

/** Continues across trackers, so that no two attempts have the same name. */
let seed = 0;

/** Starts a tracker of the bakery, before its first page is shown. */
export function startTracker({
  content = bakery(),
  lms = fakeLms(),
  time = fakeTime(),
  witness,
  storage,
  elsewhere = false,
  ...session
}: Setting = {}): Opened {
  const random = (): number => {
    seed = (seed + 0.37) % 1;
    return seed;
  };
  const world = { content, types: bakeryTypes, driver: lms.driver(session), now: time.now, later: time.later, random, elsewhere };
  return { lms, time, tracker: createTracker({ ...world, ...(witness && { witness }), ...(storage && { storage }) }) };
}

/** Starts a tracker as the player does: shows the first page and sends the opening commit. */
export async function openTracker(setting: Setting = {}): Promise<Opened> {
  const all = startTracker(setting);
  all.tracker.visit('fournil');
  await all.time.pass(50);
  return all;
}

/** Returns the state that the LMS has stored. */
export function stateOf(lms: FakeLms): LearnerState | null {
  return savedState(lms.kept?.state ?? '');
}
