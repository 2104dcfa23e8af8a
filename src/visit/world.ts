import type { Driver } from '../lms/driver.ts';
import type { ModuleContent } from '../model/course/course.ts';
import type { Types } from '../model/judging/judging.ts';
import type { LearnerState } from '../model/state/state.ts';

/** Environment of the tracker; tests provide their own. */
export interface TrackerWorld {
  readonly content: ModuleContent;
  /** Scoring modules (`scoring.ts`) of the types in use, by type name. */
  readonly types: Types;
  readonly driver: Driver;
  /** Milliseconds since 1970. */
  now(): number;
  /** 0 ≤ x < 1. */
  random(): number;
  /** Like `setTimeout`; returns a function that cancels. */
  later(milliseconds: number, task: () => void): () => void;
  /** Confirms a commit that returned true, by loading a tiny picture over the network. Absent: no confirmation. */
  witness?(): Promise<boolean>;
  /** Storage for a copy until a save is confirmed; may throw, like `localStorage` in a sandboxed frame. Absent: no copy. */
  storage?(): Storage;
  /** True if another tab has this attempt open: this one changes and sends nothing. */
  readonly elsewhere?: boolean;
  /** Called with the state at each save, to note the answers that other modules of the course show. */
  note?(state: LearnerState): void;
}
