import type { Launch } from '../lms/driver.ts';
import { settle } from '../model/judging/progress.ts';
import { better } from '../model/judging/status.ts';
import { joined } from '../model/state/join.ts';
import { indexOfPlaces, slotId, slotsOf, withPlaces } from '../model/state/places.ts';
import { revisionOf } from '../model/state/revision.ts';
import { type Opened, openSaved, setApart, withoutOlder } from '../model/state/saved-text.ts';
import { type LearnerState, newState, type Place } from '../model/state/state.ts';
import { type LocalCopy, openLocalCopy } from './local-copy.ts';
import type { TrackerWorld } from './world.ts';

/**
 * Result of looking for an earlier visit. `unreadable`, `newer`: a text that we can't read, so the learner starts afresh.
 * `aside`: answers from another version of the module, with other numbers, were set aside.
 * `updated`: the work to do has changed since. `another`: this browser keeps work of another attempt.
 */
export type Found = 'nothing' | 'state' | 'unreadable' | 'newer' | 'aside' | 'updated' | 'another';

/** Start of a visit. */
export interface Beginning {
  readonly launch: Launch;
  readonly found: Found;
  readonly state: LearnerState;
  /** True if the LMS has a text that couldn't be applied: it isn't overwritten until the learner does something. */
  readonly isHeld: boolean;
  /** True if the LMS has had a state of this line, or an unreadable one. */
  readonly isHeard: boolean;
  /** Texts of other versions, stored after the state. */
  readonly aside: readonly string[];
  /** Local copy; absent if the LMS stores nothing of this visit, or if there is no LMS. */
  readonly copy: LocalCopy | undefined;
}

function randomName(random: () => number): string {
  return Array.from({ length: 8 }, () => Math.floor(random() * 36).toString(36)).join('');
}

/** Registers every slot, so that report columns have the same order for all learners (moodle.md 23). */
export function registerSlots({ content, driver }: TrackerWorld, state: LearnerState): void {
  const indexOf = indexOfPlaces(state.places);
  driver.register(
    slotsOf(content).flatMap(({ activity, slot }) => {
      const place = indexOf(activity, slot.part, 1);
      return place === undefined ? [] : [{ id: slotId(activity, slot), slot, place }];
    }),
  );
}

/** Adds `count` places for unknown interactions. */
function withUnnamed(state: LearnerState, count: number): LearnerState {
  return { ...state, places: [...state.places, ...Array.from({ length: count }, (): Place => [0, 0, 0])] };
}

/**
 * Makes the state of a learner who begins. Interactions of an attempt whose state is lost keep their places. In 1.2 the same
 * questions reuse these places, unless they belong to another version.
 */
function newStart({ driver, random }: TrackerWorld, { problem }: Opened, { interactions }: Launch): LearnerState {
  const count = driver.limits.registerFirst && problem !== 'other-line' ? 0 : Math.max(interactions, 0);
  return withUnnamed(newState(randomName(random)), count);
}

/** Skips entries that another version added to the LMS's list, so that they aren't overwritten. */
function behindOthers(state: LearnerState, { aside, problem = 'other-line' }: Opened, { interactions }: Launch): LearnerState {
  const isOthers = aside.length > 0 && problem === 'other-line';
  const more = isOthers ? Math.max(interactions - state.places.length, 0) : 0;
  return withUnnamed(state, more);
}

/** Raises an old state to the LMS's score and status: the LMS may have refused only the newer text. */
function notBelow(state: LearnerState, known: NonNullable<Launch['known']> = {}): LearnerState {
  return better(state, { status: 'incomplete', ...known });
}

/** Chooses the result to show to the learner. */
function newsOf({ problem, apart }: Opened, before: LearnerState | undefined, revision: string, copy: LocalCopy | undefined): Found {
  if (problem) return problem === 'other-line' ? 'aside' : problem;
  if (copy && copy.others().length > 0) return 'another';
  if (apart.size > 0) return 'aside';
  if (!before) return 'nothing';
  return before.revision === revision ? 'state' : 'updated';
}

/** Opens the session: restores the saved state or makes a new one, and derives score and status from it. */
export function begin(world: TrackerWorld): Beginning {
  const { content, types, driver, elsewhere } = world;
  const launch = driver.start();
  const isOpen = launch.mode === 'normal' && !elsewhere && !launch.refused;
  const copy = isOpen && !launch.alone ? openLocalCopy(world, launch.learner.id) : undefined;
  const opened = openSaved(launch.state, copy?.aside(launch.state) ?? [], content);
  const fromLms = opened.state;
  const isUnknown = opened.problem !== undefined && opened.problem !== 'other-line';
  const found = copy?.find(fromLms ?? (isUnknown ? 'lost' : undefined));
  const kept = found && setApart(content, found);
  const both =
    fromLms && kept && joined(content, withoutOlder(fromLms, kept.state, kept.apart), withoutOlder(kept.state, fromLms, opened.apart));
  const before = both ?? fromLms ?? kept?.state;
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
