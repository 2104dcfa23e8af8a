import type { ModuleContent } from '../../src/model/course/course.ts';
import type { Tracker } from '../../src/visit/tracker.ts';
import { memoryStorage } from '../helpers/memory-storage.ts';
import { StrictLms } from '../helpers/strict-lms.ts';
import type { Snapshot, Standing } from './kept.ts';
import { openVisit, type Scorings, standingIn } from './visit.ts';

/** A visit that continues from a snapshot; its clock stands still. */
export interface Reopened {
  readonly lms: StrictLms;
  readonly tracker: Tracker;
  readonly found: Tracker['found'];
  /** Standing at the launch. */
  readonly standing: Standing;
  /** Ends this visit and opens the next one. */
  next(): Reopened;
}

/** After all visits of the museum. */
const LATER = Date.UTC(2026, 11, 1, 9);

function open(content: ModuleContent, types: Scorings, lms: StrictLms, storage: Storage, version: Snapshot['lms']['version']): Reopened {
  const world = { now: () => LATER, random: () => 0.4, later: () => () => {}, witness: () => Promise.resolve(true) };
  const tracker = openVisit({ content, types, lms, storage, version, ...world });
  const next = (): Reopened => {
    tracker.leave();
    return open(content, types, lms.launchAgain(), storage, version);
  };
  return { lms, tracker, found: tracker.found, standing: standingIn(tracker, content), next };
}

/** Launches a module with what the LMS and the browser have. */
export function reopen(content: ModuleContent, types: Scorings, { lms, stored, storage = {} }: Snapshot): Reopened {
  const store = memoryStorage();
  for (const [key, value] of Object.entries(storage)) store.setItem(key, value);
  return open(content, types, new StrictLms({ ...lms, stored }), store, lms.version);
}
