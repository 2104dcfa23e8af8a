import type { Thrift } from '../standards/limits-leaving.ts';
import type { Activity, Html } from './activity.ts';

export type Target = 'scorm12' | 'scorm2004-3' | 'scorm2004-4' | 'web';
/** SCORM version, which decides the names and formats of data sent to an LMS. */
export type Standard = '1.2' | '2004';
export type CompletionRule = 'visited' | 'activities' | 'score' | 'visited+score';

/** Tracked objective. */
export interface Competency {
  readonly id: string;
  readonly title: string;
}

/** Page: the part of a module that is on screen at once. `n` is its number in the lock. */
export interface Page {
  readonly id: string;
  readonly n: number;
  readonly title: string;
  /** It goes further than the session asks for: completion doesn't need it. Absent: it is on the route. */
  readonly further?: true;
}

/** Activity of another module that this one refers to. */
export interface RecalledActivity extends Pick<Activity, 'id' | 'type' | 'title' | 'options'> {
  /** Title of its module. */
  readonly module: string;
  /** Ids of the activities that refer to it. */
  readonly by: readonly string[];
}

/** Answers that the modules of a course show of each other. */
export interface Shared {
  /** Ids of this module's activities that other modules refer to. */
  readonly named: readonly string[];
  readonly elsewhere: readonly RecalledActivity[];
}

/** Text for a score. */
export interface Band {
  /** Smallest score in percent; the band ends where the next higher one begins. */
  readonly from: number;
  readonly feedback: Html;
}

/** Module inside a course that is one SCO, with its own completion rule, pass mark and score. */
export interface Chapter extends Pick<ModuleContent, 'id' | 'title' | 'minutes' | 'completion' | 'pass' | 'onFail' | 'bands'> {
  /** Number in the lock. */
  readonly n: number;
  /** Number of pages; they follow those of the previous chapter. */
  readonly pages: number;
}

/** Content of a module, or of a course that is one SCO, for tracker and player: everything except its markup. */
export interface ModuleContent {
  readonly course: string;
  readonly courseTitle: string;
  /** Organisation that gives the course; absent: not specified. */
  readonly organisation?: string;
  readonly id: string;
  readonly title: string;
  readonly lang: string;
  /** Planned minutes; 0 = not specified. */
  readonly minutes: number;
  readonly completion: CompletionRule;
  /** Pass mark in percent; absent: nothing is passed or failed. */
  readonly pass?: number;
  readonly onFail: 'incomplete' | 'failed';
  /** Texts for its score, the highest first; absent: none. */
  readonly bands?: readonly Band[];
  readonly competencies: readonly Competency[];
  /** Identifies the lock's line of numbers (5 characters): saved answers of another line may mean something else. */
  readonly line: string;
  /** The numbers date from version 0.1, whose saved answers have no line. */
  readonly old?: true;
  readonly pages: readonly Page[];
  /** Activities in lock order. */
  readonly activities: readonly Activity[];
  /** Absent if no module of the course refers to an activity of another. */
  readonly shared?: Shared;
  /** Modules of a course that is one SCO: only they have a completion rule and a pass mark. Absent: a single module. */
  readonly chapters?: readonly Chapter[];
  /** Kinds of data not sent, so that a closing tab can send the rest. Only in 2004 packages; absent: all are sent. */
  readonly thrift?: readonly Thrift[];
}
