import type { Answer } from '../course/activity.ts';

/** Saved state of one activity. */
export interface ActivityState {
  /** The last submitted answer; absent before the first submission. */
  readonly answer?: Answer;
  /** Answer typed or placed but not submitted yet; absent if it equals `answer`. */
  readonly draft?: Answer;
  /** Submissions so far. */
  readonly tries: number;
  /** Best ratio 0..1 of an earlier try, kept only if it is above that of `answer`. */
  readonly best?: number;
  /** Identifies the activity and the parts that the answer refers to (`checkOf`); only in a saved state. */
  readonly check?: number;
}

/** Entry of the LMS's list of interactions: activity number, part number + 1 (0 = none), piece from 1 (0: from a lost state). */
export type Place = readonly [activity: number, part: number, piece: number];

/** Result of a chapter, in a course that is one SCO. Never lowered. Score 0..100, with two decimals at most. */
export type ChapterState = Pick<LearnerState, 'score' | 'status'>;

/** Saved state of a learner's attempt at a module. Times are whole seconds. */
export interface LearnerState {
  /** Random name of the attempt, generated at its first launch. */
  readonly attempt: string;
  /** Number of saves; grows by one with each. */
  readonly counter: number;
  /** Lock number of the page on screen. */
  readonly page: number;
  /** Lock numbers of the pages seen, ascending. */
  readonly seen: readonly number[];
  /** Activities by lock number. */
  readonly activities: Readonly<Record<number, ActivityState>>;
  /** Best score so far, 0..100; absent before the first scored answer. */
  readonly score?: number;
  /** The best final status reached; never lowered. */
  readonly status: 'incomplete' | 'completed' | 'passed' | 'failed';
  /** Entries of the LMS's interaction list, by index. */
  readonly places: readonly Place[];
  /** Seconds spent on the module, in this session and earlier ones. */
  readonly time: number;
  /** Same, but counting at most five minutes of each pause. */
  readonly active: number;
  /** Revision of the content at the time of the save (`revisionOf`); '' before the first save. */
  readonly revision: string;
  /** Chapters by lock number; absent in a single module. */
  readonly chapters?: Readonly<Record<number, ChapterState>>;
}

/** Returns the state of a learner who has not begun. */
export function newState(attempt: string): LearnerState {
  return { attempt, counter: 0, page: 0, seen: [], activities: {}, status: 'incomplete', places: [], time: 0, active: 0, revision: '' };
}

/** Returns true if a state has answers, a final status, or more than the first page. Time alone isn't worth keeping. */
export function isMissed({ activities, status, seen }: LearnerState): boolean {
  return Object.keys(activities).length > 0 || status !== 'incomplete' || seen.length > 1;
}
