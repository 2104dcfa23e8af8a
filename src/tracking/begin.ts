import type { Launch } from '../drivers/driver.ts';
import { readState } from '../model/codec.ts';
import { joined } from '../model/join.ts';
import { indexOfPlaces, slotId, slotsOf, withPlaces } from '../model/places.ts';
import { settle } from '../model/progress.ts';
import { revisionOf } from '../model/revision.ts';
import { type LearnerState, newState, type Place } from '../model/state.ts';
import { higher } from '../model/status.ts';
import { type LocalCopy, openLocalCopy } from './local-copy.ts';
import type { TrackerWorld } from './world.ts';

/**
 * What was there of an earlier visit. `unreadable`, `newer`: a text that we can't read, so a new start was made.
 * `updated`: there is other work to do than at that visit. `another`: this browser keeps work of another attempt.
 */
export type Found = 'nothing' | 'state' | 'unreadable' | 'newer' | 'updated' | 'another';

/** How a visit begins. */
export interface Beginning {
  readonly launch: Launch;
  readonly found: Found;
  readonly state: LearnerState;
  /** Absent where the LMS keeps nothing of this visit, and where no LMS hears us. */
  readonly copy: LocalCopy | undefined;
}

function randomName(random: () => number): string {
  return Array.from({ length: 8 }, () => Math.floor(random() * 36).toString(36)).join('');
}

/** Names every slot, so that the columns of a report stand in the same order for all learners (moodle.md 23). */
export function registerSlots({ content, driver }: TrackerWorld, state: LearnerState): void {
  const indexOf = indexOfPlaces(state.places);
  driver.register(
    slotsOf(content).flatMap(({ activity, slot }) => {
      const place = indexOf(activity, slot.part, 1);
      return place === undefined ? [] : [{ id: slotId(activity, slot), slot, place }];
    }),
  );
}

/** A learner who begins; what the LMS lists of an attempt whose state is gone keeps its places. */
function newStart({ driver, random }: TrackerWorld, { interactions }: Launch): LearnerState {
  const count = driver.limits.registerFirst ? 0 : Math.max(interactions, 0);
  return { ...newState(randomName(random)), places: Array.from({ length: count }, (): Place => [0, 0, 0]) };
}

/** A state that is older than score and status in the LMS lowers neither: it may be that the LMS refused only the newer text. */
function notBelow(state: LearnerState, known: NonNullable<Launch['known']> = {}): LearnerState {
  const best = Math.max(state.score ?? -1, known.score ?? -1);
  return { ...state, ...(best < 0 ? {} : { score: best }), status: higher(state.status, known.status ?? 'incomplete') };
}

/** Opens the session: what was saved, or a new state, with score and status as they follow from it. */
export function begin(world: TrackerWorld): Beginning {
  const { content, types, driver, elsewhere } = world;
  const launch = driver.start();
  const reading = launch.state === '' ? ({ problem: 'nothing' } as const) : readState(launch.state, content.id);
  const told = 'state' in reading ? reading.state : undefined;
  const isOpen = launch.mode === 'normal' && !elsewhere && !launch.refused;
  const copy = isOpen && !launch.alone ? openLocalCopy(world, launch.learner.id) : undefined;
  const kept = copy?.find(told ?? (launch.state === '' ? undefined : 'lost'));
  const before = told && kept ? joined(content, told, kept) : (told ?? kept);
  const first = notBelow(before ?? newStart(world, launch), launch.known);
  const state = withPlaces(content, types, settle(content, types, first), driver.limits);
  const revision = revisionOf(content);
  const isUpdated = before !== undefined && before.revision !== revision;
  const found = 'problem' in reading && reading.problem !== 'nothing' ? reading.problem : before ? 'state' : 'nothing';
  const news = copy && copy.others().length > 0 ? 'another' : isUpdated ? 'updated' : found;
  return { launch, found: found === 'state' || found === 'nothing' ? news : found, state: { ...state, revision }, copy };
}
