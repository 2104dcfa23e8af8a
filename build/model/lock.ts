import type { Activity } from '../../src/model/course/activity.ts';
import type { ModuleContent } from '../../src/model/course/course.ts';
import type { Position } from '../diagnostics/diagnostics.ts';

/** Name of the lock in a course's folder. */
export const LOCK_FILE = 'course.lock.yaml';

/** Position of diagnostics about the lock, inside the course's folder. */
export const AT_LOCK: Position = { file: LOCK_FILE, line: 1, column: 1 };

/** A part that was built once. Its position is its number; `gone`: no text has it any more. */
export interface LockPart {
  readonly text: string;
  readonly key?: string;
  /** Its origin, if the text was corrected since. */
  readonly from?: string;
  readonly gone?: true;
}

export interface LockActivity {
  readonly id: string;
  /** Absent in a lock of 0.1. */
  readonly type?: string;
  /** Earlier types, the oldest first; absent: the type never changed. */
  readonly was?: readonly string[];
  readonly gone?: true;
  readonly parts: readonly LockPart[];
}

/** Data to check answers of other builds against. */
export type Lineage = Pick<Activity, 'origins' | 'gone' | 'was'>;

/** A module's pages and activities in order of first appearance: positions are numbers in saved state. */
export interface LockModule {
  readonly pages: readonly string[];
  /** Ids of pages that the text no longer has; absent: it has all of them. */
  readonly gonePages?: readonly string[];
  readonly activities: readonly LockActivity[];
}

/** An activity of a course that is one SCO. */
export interface LockHome {
  readonly id: string;
  /** The modules that it was in, in order: the last one has the tokens of its parts. */
  readonly in: readonly string[];
}

/** Modules, pages and activities of a course that is one SCO, in order of first appearance: positions are numbers in its saved state. */
export interface LockCourse {
  readonly modules: readonly string[];
  readonly pages: readonly string[];
  readonly activities: readonly LockHome[];
}

/** Name of the line of a course's numbers. `old`: they descend from 0.1, whose answers name no line. */
export type Line = Pick<ModuleContent, 'line' | 'old'>;

export interface Lock extends Line {
  /** Version of the file that was read; version 2 is always written. */
  readonly version: 1 | 2;
  /** Checksums of the locks that were merged into this one. */
  readonly merged?: readonly string[];
  readonly modules: Readonly<Record<string, LockModule>>;
  /** Only if the course is or was one SCO. */
  readonly course?: LockCourse;
}

/** Data of the lock that `resolve` needs for one module. */
export interface ModuleNumbers extends Line {
  /** Number of a page by id. */
  readonly pages: ReadonlyMap<string, number>;
  /** Number of an activity by id. */
  readonly activities: ReadonlyMap<string, number>;
  /** Tokens of an activity's parts, in the order of its text. */
  readonly tokens: ReadonlyMap<string, readonly string[]>;
  /** Origins that saved answers are checked against, by the activity's id. */
  readonly lineage: ReadonlyMap<string, Lineage>;
  /** Ids of activities in the one SCO of their course, if they differ from their own. */
  readonly names?: ReadonlyMap<string, string>;
}

/** Numbers of a module as a chapter of the one SCO. */
export interface ChapterNumbers extends ModuleNumbers {
  /** Number of the chapter. */
  readonly n: number;
}

/** The lock of the last build of a course's packages. It is stored beside them. */
export interface BuiltLock {
  readonly path: string;
  /** '' if it can't be opened. */
  readonly text: string;
}
