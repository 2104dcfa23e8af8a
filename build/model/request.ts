import type { Target } from '../../src/model/course/course.ts';

/** Request to a build. */
export interface BuildRequest {
  /** Folder of the courses. */
  readonly modules: string;
  readonly out: string;
  /** Ids of courses or modules; empty = all. */
  readonly names: readonly string[];
  readonly targets: readonly Target[];
  /** Names of cohorts; empty = the base and all. */
  readonly cohorts: readonly string[];
  readonly frozen: boolean;
  /** Nothing will be written. */
  readonly checksOnly?: true;
  /** False: no package of the whole course. */
  readonly coursePackages: boolean;
  /** Guide, running order, handout and statement are made as well. If an earlier build made them, they are updated even without this. */
  readonly sheets: boolean;
  progress(done: number, total: number, file: string): void;
}
