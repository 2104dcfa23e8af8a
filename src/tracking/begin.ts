import type { Launch } from '../drivers/driver.ts';
import { readState } from '../model/codec.ts';
import { indexOfPlaces, slotId, slotsOf, withPlaces } from '../model/places.ts';
import { settle } from '../model/progress.ts';
import { type LearnerState, newState } from '../model/state.ts';
import type { TrackerWorld } from './world.ts';

/** How a visit begins. */
export interface Beginning {
  readonly launch: Launch;
  /** What was there of an earlier visit; the last two: a text that we can't read, so a new start was made. */
  readonly found: 'nothing' | 'state' | 'unreadable' | 'newer';
  readonly state: LearnerState;
}

function randomName(random: () => number): string {
  return Array.from({ length: 8 }, () => Math.floor(random() * 36).toString(36)).join('');
}

/** Names every slot, so that the columns of a report stand in the same order for all learners (moodle.md 23). */
function registerSlots({ content, driver }: TrackerWorld, state: LearnerState): void {
  const indexOf = indexOfPlaces(state.places);
  driver.register(
    slotsOf(content).flatMap(({ activity, slot }) => {
      const place = indexOf(activity, slot.part, 1);
      return place === undefined ? [] : [{ id: slotId(activity, slot), slot, place }];
    }),
  );
}

/** Opens the session: what was saved, or a new state, with score and status as they follow from it. */
export function begin(world: TrackerWorld): Beginning {
  const { content, types, driver, random } = world;
  const launch = driver.start();
  const reading = launch.state === '' ? ({ problem: 'nothing' } as const) : readState(launch.state, content.id);
  const kept = 'state' in reading ? reading.state : { ...newState(randomName(random)), ...launch.known };
  const state = withPlaces(content, types, settle(content, types, kept), driver.limits);
  if (launch.mode === 'normal' && driver.limits.registerFirst) registerSlots(world, state);
  return { launch, found: 'state' in reading ? 'state' : reading.problem, state };
}
