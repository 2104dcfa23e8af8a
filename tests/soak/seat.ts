import type { StrictLms, StrictLmsOptions } from '../helpers/strict-lms.ts';
import type { Scorings } from './account.ts';
import type { Clock } from './clock.ts';
import type { Dice } from './dice.ts';
import type { History, Missing } from './history.ts';

/** Something that is wrong after all. */
export interface Finding {
  readonly kind: Missing['kind'] | 'refused' | 'overlong' | 'moved';
  readonly what: string;
}

/** One computer with its browser, where learners take turns. */
export interface Computer {
  readonly clock: Clock;
  readonly dice: Dice;
  readonly types: Scorings;
  /** Throws where storage is forbidden. */
  readonly storage: () => Storage;
  readonly isStoring: boolean;
  /** Faults so far. */
  faults: number;
  /** Says what happens; only where a single session is played again. */
  readonly report: (event: string) => void;
}

/** One learner's attempt, from visit to visit. */
export interface Seat {
  readonly options: StrictLmsOptions;
  readonly history: History;
  /** The LMS of the last visit. */
  lms: StrictLms | undefined;
  /** Seconds on the module that were there at the last launch, and those that must be there at the next one. */
  time: number;
  sureTime: number;
  mostTime: number;
  /** Lock numbers of activities whose words the LMS had no room for. */
  without: ReadonlySet<number>;
  /** A commit of this attempt was lost, and nobody could know. */
  unseen: boolean;
  /** Answers given in packages of other locks: JSON by what became of the lock, and id. */
  readonly strays: Map<string, string>;
  /** The best that the LMS has had: score, and rank of the status. */
  raw: number;
  rank: number;
}
