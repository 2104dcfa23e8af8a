import type { Launch } from '../drivers/driver.ts';
import { joined } from '../model/join.ts';
import { indexOfPlaces, slotId, slotsOf, withPlaces } from '../model/places.ts';
import { settle } from '../model/progress.ts';
import { revisionOf } from '../model/revision.ts';
import { type Opened, openSaved, setApart, withoutOlder } from '../model/saved-text.ts';
import { type LearnerState, newState, type Place } from '../model/state.ts';
import { higher } from '../model/status.ts';
import { type LocalCopy, openLocalCopy } from './local-copy.ts';
import type { TrackerWorld } from './world.ts';

/**
 * What was there of an earlier visit. `unreadable`, `newer`: a text that we can't read, so a new start was made.
 * `aside`: answers given in another version of the module, whose numbers mean something else, were set aside.
 * `updated`: there is other work to do than at that visit. `another`: this browser keeps work of another attempt.
 */
export type Found = 'nothing' | 'state' | 'unreadable' | 'newer' | 'aside' | 'updated' | 'another';

/** How a visit begins. */
export interface Beginning {
  readonly launch: Launch;
  readonly found: Found;
  readonly state: LearnerState;
  /** The LMS has a text, and none of it could be applied: it is not written over before the learner does something. */
  readonly isHeld: boolean;
  /** The LMS has had a state of this line, or one that nobody can read. */
  readonly isHeard: boolean;
  /** Texts of other versions, which are kept behind the state. */
  readonly aside: readonly string[];
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

/**
 * A learner who begins. What the LMS lists of an attempt whose state is gone keeps its places; in 1.2 the same questions take them
 * again, unless they are those of another version.
 */
function newStart({ driver, random }: TrackerWorld, { problem }: Opened, { interactions }: Launch): LearnerState {
  const count = driver.limits.registerFirst && problem !== 'other-line' ? 0 : Math.max(interactions, 0);
  return { ...newState(randomName(random)), places: Array.from({ length: count }, (): Place => [0, 0, 0]) };
}

/** The LMS's list may have grown with another version: its entries are left alone. */
function behindOthers(state: LearnerState, { aside, problem = 'other-line' }: Opened, { interactions }: Launch): LearnerState {
  const isOthers = aside.length > 0 && problem === 'other-line';
  const more = isOthers ? Math.max(interactions - state.places.length, 0) : 0;
  return { ...state, places: [...state.places, ...Array.from({ length: more }, (): Place => [0, 0, 0])] };
}

/** A state that is older than score and status in the LMS lowers neither: it may be that the LMS refused only the newer text. */
function notBelow(state: LearnerState, known: NonNullable<Launch['known']> = {}): LearnerState {
  const best = Math.max(state.score ?? -1, known.score ?? -1);
  return { ...state, ...(best < 0 ? {} : { score: best }), status: higher(state.status, known.status ?? 'incomplete') };
}

/** Chooses the finding that is reported to the learner. */
function newsOf({ problem, apart }: Opened, before: LearnerState | undefined, revision: string, copy: LocalCopy | undefined): Found {
  if (problem) return problem === 'other-line' ? 'aside' : problem;
  if (copy && copy.others().length > 0) return 'another';
  if (apart.size > 0) return 'aside';
  if (!before) return 'nothing';
  return before.revision === revision ? 'state' : 'updated';
}

/** Opens the session: what was saved, or a new state, with score and status as they follow from it. */
export function begin(world: TrackerWorld): Beginning {
  const { content, types, driver, elsewhere } = world;
  const launch = driver.start();
  const isOpen = launch.mode === 'normal' && !elsewhere && !launch.refused;
  const copy = isOpen && !launch.alone ? openLocalCopy(world, launch.learner.id) : undefined;
  const opened = openSaved(launch.state, copy?.aside(launch.state) ?? [], content);
  const told = opened.state;
  const isUnknown = opened.problem !== undefined && opened.problem !== 'other-line';
  const found = copy?.find(told ?? (isUnknown ? 'lost' : undefined));
  const kept = found && setApart(content, found);
  const both = told && kept && joined(content, withoutOlder(told, kept.state, kept.apart), withoutOlder(kept.state, told, opened.apart));
  const before = both ?? told ?? kept?.state;
  const first = notBelow(behindOthers(before ?? newStart(world, opened, launch), opened, launch), launch.known);
  const state = withPlaces(content, types, settle(content, types, first), driver.limits);
  const revision = revisionOf(content);
  return {
    launch,
    found: newsOf(opened, before, revision, copy),
    state: { ...state, revision },
    isHeld: launch.state !== '' && !before,
    isHeard: launch.state !== '' && opened.problem !== 'other-line',
    aside: [...new Set([...(kept?.aside ?? []), ...opened.aside])],
    copy,
  };
}
