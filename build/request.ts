import type { Target } from '../src/model/course.ts';

/** What a build is asked for. */
export interface BuildRequest {
  /** Folder of the project: schemas are read from its packages. */
  readonly root: string;
  /** Folder that holds the courses. */
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
  /** Guide, handout and statement are made as well; where an earlier build made them, they are kept up to date without being asked for. */
  readonly sheets: boolean;
  /** Names the program that builds: a new one makes new packages. */
  readonly stamp: string;
  progress(done: number, total: number, file: string): void;
}
