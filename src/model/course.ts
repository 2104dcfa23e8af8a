import type { Activity } from './activity.ts';

export type Target = 'scorm12' | 'scorm2004-3' | 'scorm2004-4' | 'web';
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

/** What tracker and player know of one module: everything but its markup. */
export interface ModuleContent {
  readonly course: string;
  readonly courseTitle: string;
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
  readonly pages: readonly Page[];
  /** In lock order. */
  readonly activities: readonly Activity[];
}
