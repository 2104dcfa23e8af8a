import type { Target } from '../../../src/model/course/course.ts';
import type { ChangeGroup } from '../../versions/grouped.ts';
import type { Risk } from '../../versions/kinds.ts';
import type { Path, Problem } from './problem.ts';

/** Packages to look at before they are made. */
export interface PrepareRequest {
  /** Id of a session or of the course. */
  readonly name: string;
  /** '' for the version without a cohort. */
  readonly cohort: string;
  readonly target: Target;
  /** An older package to compare with, instead of the last one that was kept. */
  readonly old?: { readonly name: string; readonly bytes: Uint8Array };
}

/** Changes for learners who have begun the old package. */
export interface ChangeFacts {
  readonly risk: Risk;
  /** The two packages have the same content. */
  readonly isSame: boolean;
  /** One sentence. */
  readonly verdict: string;
  readonly groups: readonly ChangeGroup[];
  readonly notes: readonly string[];
}

/** A package before it is made. */
export interface PlannedPackage {
  /** Path below the output folder. */
  readonly file: string;
  readonly title: string;
  readonly activities: number;
  readonly points: number;
  readonly competencies: number;
  /** Characters of saved state, and the room for them. */
  readonly state: number;
  readonly limit: number;
  /** Day of the package that it is compared with, `2026-11-28`, or the name of a file; '' if it is the first one. */
  readonly since: string;
  /** Null: nothing to compare with. */
  readonly changes: ChangeFacts | null;
  /** Why the two can't be compared, as a sentence; '' if they can. */
  readonly obstacle: string;
}

/** Settings of a Moodle form, as its upload sheet lists them. Plain text. */
export interface MoodleGroup {
  readonly title: string;
  readonly settings: readonly { readonly name: string; readonly value: string; readonly why: string }[];
}

/** Everything to see before packages are made. */
export interface Prepared {
  /** Mistakes that prevent it. */
  readonly problems: readonly Problem[];
  /** Empty if there are mistakes. */
  readonly packages: readonly PlannedPackage[];
  /** Empty for the web. */
  readonly groups: readonly MoodleGroup[];
}

/** A package that was made. */
export interface MadePackage {
  readonly path: Path;
  /** Id of its session; '' for the whole course. */
  readonly session: string;
  readonly bytes: number;
  /** Paths of the files beside it. */
  readonly sheets: readonly Path[];
}

export interface PrepareCalls {
  /** Compares what the texts give now with what learners have. Writes nothing. */
  prepare(request: PrepareRequest): Prepared;
}
