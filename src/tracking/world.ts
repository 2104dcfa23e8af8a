import type { Driver } from '../drivers/driver.ts';
import type { ModuleContent } from '../model/course.ts';
import type { Types } from '../model/judging.ts';
import type { LearnerState } from '../model/state.ts';

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
  /** Where a copy lies until the LMS surely has the work; may throw, as `localStorage` does in a sandboxed frame. Absent: none. */
  storage?(): Storage;
  /** Another tab has this attempt open: nothing is changed or told here. */
  readonly elsewhere?: boolean;
  /** Is told of the state at each save: what other modules of the course show of it is noted. Absent: nothing. */
  note?(state: LearnerState): void;
}
