import type { Diagnostics } from '../diagnostics/diagnostics.ts';
import type { Engine } from '../host/engine.ts';
import type { NumberedCourse } from './course.ts';
import type { FittedVariant } from './package.ts';
import type { PackageReport } from './report.ts';
import type { BuildRequest } from './request.ts';
import type { Due } from './selection.ts';

/** Options for reading the lock of a course. */
export interface LockOptions {
  /** Folder of the packages; the lock is compared with the copy there. */
  readonly out?: string;
  /** False: the lock will not be written. */
  readonly writes?: boolean;
  /** Path of the lock, if it isn't the course's own. */
  readonly lockFile?: string;
  /** Packages of earlier builds: a module that was built must be in the lock. */
  readonly reports?: readonly PackageReport[];
}

/** Options for opening a course. */
export interface OpenOptions extends LockOptions {
  /** Missing ids get provisional ones and a warning (preview). */
  readonly provisional: boolean;
}

/** A course's folder, and the course if it could be read. */
export interface OpenedFolder {
  readonly path: string;
  readonly course: NumberedCourse | null;
  /** Diagnostics from reading it. */
  readonly reported: Diagnostics;
}

/** A requested course, after all checks that precede the first written file. */
export interface CheckedCourse {
  readonly course: NumberedCourse;
  /** The packages that this run makes. */
  readonly due: Due;
  /** Its modules for the requested cohorts, without those that have no package to make. */
  readonly variants: readonly FittedVariant[];
}

/** A run before its first file is written. */
export interface CheckedRun {
  readonly diagnostics: Diagnostics;
  /** Every course's folder, requested or not. */
  readonly folders: readonly OpenedFolder[];
  readonly requested: readonly CheckedCourse[];
}

/** Result of a build. */
export interface BuildOutcome {
  readonly diagnostics: Diagnostics;
  /** The requested packages, sorted by file. */
  readonly packages: readonly PackageReport[];
  /** Files of packages that belong to nothing any more. */
  readonly stale: readonly string[];
  readonly locks: readonly WrittenLock[];
}

/** Report of an earlier build. */
export interface EarlierBuild {
  readonly reports: readonly PackageReport[];
  /** Time of the report, in milliseconds since 1970. */
  readonly time: number;
}

/** A course's lock that a build has written. */
export interface WrittenLock {
  readonly path: string;
  /** The course had none. */
  readonly isFirst: boolean;
}

/** Everything needed to make the packages of a run. */
export interface PackWork {
  readonly request: BuildRequest;
  readonly engine: Engine;
  readonly earlier: EarlierBuild;
}
