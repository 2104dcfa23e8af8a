import type { Diagnostic, Position } from '../diagnostics/diagnostics.ts';
import type { Folder } from '../files/folder.ts';
import type { CohortFile, CourseFile } from './course-file.ts';
import type { BuiltLock, ChapterNumbers, Lock, ModuleNumbers } from './lock.ts';
import type { PlacedId, ValidModule } from './source.ts';

/** A YAML text that fits its schema, and the positions of its keys. */
export interface YamlFile<T> {
  readonly value: T;
  /** Position of a value. */
  at(...path: (string | number)[]): Position;
  /** Position of its key. */
  keyAt(...path: (string | number)[]): Position;
  /** An error in it was reported, and a default replaces the value: don't report missing values. */
  readonly isBroken?: true;
}

/** A cohort's name and file as they were read. */
export interface CohortSource {
  readonly name: string;
  readonly file: YamlFile<CohortFile>;
}

/** `course.yaml`, its cohorts, and the folder that everything else is read from. */
export interface CourseSource {
  readonly folder: Folder;
  /** Path of the folder as the user knows it; diagnostics name files below it. */
  readonly shown: string;
  readonly course: YamlFile<CourseFile>;
  readonly cohorts: readonly CohortSource[];
}

/** A cohort as the stages after `number` need it. */
export interface Cohort {
  readonly name: string;
  readonly file: CohortFile;
}

/** A module that was read and checked separately. */
export interface CheckedModule {
  readonly module: ValidModule;
  /** Position of the title in its front matter. */
  readonly at: Position;
  /** Paths inside the course's folder of all files that were read or looked for. */
  readonly files: ReadonlySet<string>;
  /** Paths of the files that it includes. */
  readonly included: ReadonlySet<string>;
  /** Its ids, with those of a bank that no module before it has read. */
  readonly ids: readonly PlacedId[];
  /** Paths of the banks that it draws from, with the position that names each. */
  readonly banks: ReadonlyMap<string, Position>;
  /** Diagnostics of it and its banks. */
  readonly notices: readonly Diagnostic[];
}

/** A module with its references to other modules, and theirs to it. */
export interface LinkedModule extends CheckedModule {
  /** Everything that this module shows of other modules, as text; part of its digest. '' if there is nothing. */
  readonly borrowed: string;
  /** Ids of its activities that other modules name; absent if no module of the course names another's. */
  readonly named?: readonly string[];
}

/** A module with the numbers of its pages and activities, and the tokens of their parts. */
export interface NumberedModule extends LinkedModule {
  readonly numbers: ModuleNumbers;
  /** Digest of all inputs of its packages; absent without a memo. */
  readonly digest?: string;
}

/** A course that was read, checked, linked and numbered: what `resolve` and the later stages work on. */
export interface NumberedCourse {
  readonly source: CourseSource;
  readonly modules: readonly NumberedModule[];
  /** Numbers of each module in the SCO, if the course is one SCO. */
  readonly chapters?: ReadonlyMap<string, ChapterNumbers>;
  readonly lock: Lock;
  /** The lock before this reading. */
  readonly known: Lock;
  /** The course had no lock. */
  readonly isFirst?: true;
  /** The lock's file as it was read. */
  readonly lockText: string;
  /** The lock of the last build as it was read; absent if there was none, or if it isn't compared. */
  readonly built?: BuiltLock;
  /** The text of `lock`. */
  readonly lockNow: string;
  /** The same, if it differs from the file. */
  readonly newLock?: string;
}
