import type { Slot } from '../model/interaction.ts';
import type { LearnerRecord, Objective } from '../model/record.ts';

/** How the LMS opened the module. Anything is written only in `normal`. */
export type Mode = 'normal' | 'review' | 'browse';

/** What the LMS knew at the start. */
export interface Launch {
  readonly mode: Mode;
  /** Saved state of the last visit, '' where there is none. */
  readonly state: string;
  readonly learner: { readonly id: string; readonly name: string };
  /** True where no LMS hears us: the work is kept in this browser at best. */
  readonly alone: boolean;
  /** An LMS is there, and opened no session: the one before is over, or the learner's login is. Then it does not hear us. */
  readonly refused?: boolean;
  /** True where nobody hears us and this browser keeps nothing either: all is gone with the page. */
  readonly unkept?: boolean;
  /** Interactions that the LMS already lists; -1 where it can't say. */
  readonly interactions: number;
  /** Seconds of earlier visits that the LMS has added up; absent where it can't say. */
  readonly counted?: number;
  /** Final status and score that the LMS has: nothing is lowered where its saved state can't be read. */
  readonly known?: { readonly status?: 'completed' | 'passed' | 'failed'; readonly score?: number };
}

/** Limits of a standard that the tracker must know. */
export interface Limits {
  /** Characters of saved state. */
  readonly state: number;
  /** Characters of one text response. */
  readonly text: number;
  /** Interactions are registered (id and type) in lock order at the first launch. */
  readonly registerFirst: boolean;
}

/** What became of a save. `code` is the LMS's own error code, 0 where a call threw or nobody answered. */
export type Saved = { readonly ok: true } | { readonly ok: false; readonly call: string; readonly code: number };

/** One LMS interface. Knows a standard, never an activity type. */
export interface Driver {
  readonly limits: Limits;
  /**
   * Opens the session and reads what the LMS has. Nothing of the learner is set before the first save or `register`: then, in
   * normal mode with no status there, incomplete. In 2004 `exit=suspend` is set at once.
   */
  start(): Launch;
  /** Names the slots in the LMS's list, in this order, before the first commit (where `limits.registerFirst`). */
  register(slots: readonly { readonly id: string; readonly slot: Slot; readonly place: number }[]): void;
  /** Writes what changed and commits. */
  save(record: LearnerRecord): Saved;
  /** Writes what changed and ends the session, synchronously, without a commit before it. Safe to call twice. */
  leave(record: LearnerRecord): Saved;
  /**
   * Second witness, since a commit may answer true with the network down: whether the saves since the last word really
   * travelled. `false`: the next save sends again what they carried. `true` only where none was made since the picture
   * was asked for.
   */
  witnessed?(kept: boolean): void;
  /** Returns true where the page may have more to send than a closing tab can (moodle.md 36). Absent: it never has. */
  isHeavy?(): boolean;
}

export type { LearnerRecord, Objective };
