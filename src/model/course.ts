import type { Activity } from './activity.ts';
import type { Thrift } from './limits-leaving.ts';

export type Target = 'scorm12' | 'scorm2004-3' | 'scorm2004-4' | 'web';
/** Names and formats of what an LMS is told. */
export type Standard = '1.2' | '2004';
export type CompletionRule = 'visited' | 'activities' | 'score' | 'visited+score';

/** An objective that is tracked. */
export interface Competency {
  readonly id: string;
  readonly title: string;
}

/** A part of a module that is on screen at once. `n` is its number in the lock. */
export interface Page {
  readonly id: string;
  readonly n: number;
  readonly title: string;
}

/** An activity of another module that this one names. */
export interface Elsewhere extends Pick<Activity, 'id' | 'type' | 'title' | 'options'> {
  /** Title of its module. */
  readonly module: string;
  /** Ids of the activities that name it. */
  readonly by: readonly string[];
}

/** What the modules of a course show of each other. */
export interface Shared {
  /** Ids of this module's activities that others name. */
  readonly named: readonly string[];
  readonly elsewhere: readonly Elsewhere[];
}

/** A module inside the one SCO of its course: it keeps a rule, a pass mark and a score of its own. */
export interface Chapter extends Pick<ModuleContent, 'id' | 'title' | 'minutes' | 'completion' | 'pass' | 'onFail'> {
  /** Its number in the lock. */
  readonly n: number;
  /** How many pages it has: those that follow the pages of the chapter before. */
  readonly pages: number;
}

/** What tracker and player know of one module, or of a course that is one SCO: everything but its markup. */
export interface ModuleContent {
  readonly course: string;
  readonly courseTitle: string;
  /** Who gives the course; absent: not said. */
  readonly organisation?: string;
  readonly id: string;
  readonly title: string;
  readonly lang: string;
  /** Planned minutes; 0 = not said. */
  readonly minutes: number;
  readonly completion: CompletionRule;
  /** Percent; absent: no passed and failed. */
  readonly pass?: number;
  readonly onFail: 'incomplete' | 'failed';
  readonly competencies: readonly Competency[];
  /** Names the line of the lock's numbers (5 characters): saved answers of another line may mean something else. */
  readonly line: string;
  /** The numbers go back to 0.1, whose saved answers name no line. */
  readonly old?: true;
  readonly pages: readonly Page[];
  /** In lock order. */
  readonly activities: readonly Activity[];
  /** Absent where no module of the course names an activity of another. */
  readonly shared?: Shared;
  /** The modules of a course that is one SCO: then rule and pass mark are theirs alone. Absent: a single module. */
  readonly chapters?: readonly Chapter[];
  /** Kinds of data that are not sent, so that a closing tab can send the rest. Only in 2004 packages; absent: all are sent. */
  readonly thrift?: readonly Thrift[];
}
