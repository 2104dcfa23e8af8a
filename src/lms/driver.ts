import type { Slot } from '../model/record/interaction.ts';
import type { LearnerRecord, Objective } from '../model/record/record.ts';

/** Mode in which the LMS opened the module. Data is written only in `normal`. */
export type Mode = 'normal' | 'review' | 'browse';

/** Data from the LMS at the start. */
export interface Launch {
  readonly mode: Mode;
  /** Saved state of the last visit; '' if there is none. */
  readonly state: string;
  readonly learner: { readonly id: string; readonly name: string };
  /** True if no LMS receives the work: at best this browser keeps it. */
  readonly alone: boolean;
  /** True if the LMS didn't open a session, because the last one or the login has ended. Nothing is sent then. */
  readonly refused?: boolean;
  /** True if there is no LMS and this browser keeps nothing either: all work is lost with the page. */
  readonly unkept?: boolean;
  /** Number of interactions in the LMS's list; -1 if unknown. */
  readonly interactions: number;
  /** Total seconds of earlier visits according to the LMS; absent if unknown. */
  readonly counted?: number;
  /** Final status and score in the LMS. They are never lowered, even if the saved state can't be read. */
  readonly known?: { readonly status?: 'completed' | 'passed' | 'failed'; readonly score?: number };
}

/** Limits of a standard that the tracker must know. */
export interface Limits {
  /** Maximum length of saved state, in characters. */
  readonly state: number;
  /** Maximum length of a text response, in characters. */
  readonly text: number;
  /** True if interactions are registered (id and type) in lock order at the first launch. */
  readonly registerFirst: boolean;
}

/** Result of a save. `code` is the LMS's own error code; 0 if a call threw or there was no answer. */
export type Saved = { readonly ok: true } | { readonly ok: false; readonly call: string; readonly code: number };

/** Interface to an LMS. Knows a standard, but no activity types. */
export interface Driver {
  readonly limits: Limits;
  /**
   * Opens the session and reads the LMS's data. Sets no learner data before the first save or `register`. Then, in normal
   * mode and if there is no status, sets `incomplete`. In 2004, sets `exit=suspend` at once.
   */
  start(): Launch;
  /** Registers the slots in the LMS's list, in this order, before the first commit (if `limits.registerFirst`). */
  register(slots: readonly { readonly id: string; readonly slot: Slot; readonly place: number }[]): void;
  /** Writes the changes and commits. */
  save(record: LearnerRecord): Saved;
  /** Writes the changes and ends the session, synchronously, without a commit before it. Safe to call twice. */
  leave(record: LearnerRecord): Saved;
  /**
   * Reports whether the saves since the last call really arrived: a commit may return true with the network down.
   * `false`: the next save sends their data again. Pass `true` only if there was no save since the picture was requested.
   */
  witnessed?(kept: boolean): void;
  /** Returns true if the page may have more to send than a closing tab can (moodle.md 36). Absent: never. */
  isHeavy?(): boolean;
}

export type { LearnerRecord, Objective };
