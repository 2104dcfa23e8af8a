import type { Answer } from './activity.ts';

/** What one activity keeps. */
export interface ActivityState {
  /** The last submitted answer; absent before the first submission. */
  readonly answer?: Answer;
  /** What is typed or placed but not yet submitted; absent when it equals `answer`. */
  readonly draft?: Answer;
  /** Submissions so far. */
  readonly tries: number;
  /** Best ratio 0..1 of an earlier try, kept only where it is above that of `answer`. */
  readonly best?: number;
  /** Names the activity and the parts that the answer means (`checkOf`); only in a state that was saved. */
  readonly check?: number;
}

/** Where an interaction stands in the LMS's list: activity number, part number + 1 (0 = none), piece from 1 (0: of a state that is gone). */
export type Place = readonly [activity: number, part: number, piece: number];

/** What one chapter of a course that is one SCO has reached; neither is ever lowered. Score 0..100, with two decimals at most. */
export type ChapterState = Pick<LearnerState, 'score' | 'status'>;

/** Everything a module remembers of one learner's attempt. Times are whole seconds. */
export interface LearnerState {
  /** Random name of the attempt, made at its first launch. */
  readonly attempt: string;
  /** Grows by one with each save. */
  readonly counter: number;
  /** Lock number of the page on screen. */
  readonly page: number;
  /** Lock numbers of the pages seen, ascending. */
  readonly seen: readonly number[];
  /** By lock number. */
  readonly activities: Readonly<Record<number, ActivityState>>;
  /** Best score so far, 0..100; absent before the first scored answer. */
  readonly score?: number;
  /** The best final status reached; never lowered. */
  readonly status: 'incomplete' | 'completed' | 'passed' | 'failed';
  /** Index in the LMS's interaction list → what stands there. */
  readonly places: readonly Place[];
  /** Seconds on the module in earlier and this session. */
  readonly time: number;
  /** The same, of each pause only the first five minutes. */
  readonly active: number;
  /** What there was to do when this was saved (`revisionOf`); '' before the first save. */
  readonly revision: string;
  /** By lock number; absent in a module that is alone. */
  readonly chapters?: Readonly<Record<number, ChapterState>>;
}

/** The state of a learner who has not begun. */
export function newState(attempt: string): LearnerState {
  return { attempt, counter: 0, page: 0, seen: [], activities: {}, status: 'incomplete', places: [], time: 0, active: 0, revision: '' };
}

/** Returns true where a state holds answers, a final status, or more than the first page. Minutes alone nobody misses. */
export function isMissed({ activities, status, seen }: LearnerState): boolean {
  return Object.keys(activities).length > 0 || status !== 'incomplete' || seen.length > 1;
}
