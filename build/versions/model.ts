import type { Activity } from '../../src/model/course/activity.ts';
import type { Part as Division } from '../../src/model/course/chapters.ts';
import type { ModuleContent, Page, Target } from '../../src/model/course/course.ts';
import type { Token } from '../../src/model/course/token.ts';
import type { Named } from './kinds.ts';

/** Files of a package, in a zip or in memory. */
export interface PackageFiles {
  /** Sizes in bytes, by name. */
  readonly sizes: ReadonlyMap<string, number>;
  /** Reads a file; undefined if there is none, or if it is too large. @throws if it can't be unpacked */
  read(name: string): Uint8Array | undefined;
}

/** A part of an activity in one version. `words` is '' if learners see no text of its own. */
export interface VersionPart {
  readonly token: Token;
  readonly words: string;
}

/** An activity in one version, with its parts in the order of the text. */
export interface VersionActivity extends Activity<Readonly<Record<string, unknown>>> {
  readonly parts: readonly VersionPart[];
  /** Text that learners read in it before they answer. */
  readonly text: string;
}

export interface VersionPage extends Page {
  /** Text that learners read on it, without its activities. */
  readonly text: string;
}

/** A session: a module, or a chapter of a course that is one SCO. */
export interface VersionSession extends Pick<Division, 'id' | 'title' | 'minutes' | 'completion' | 'pass' | 'onFail' | 'competencies'> {
  readonly pages: readonly VersionPage[];
  readonly activities: readonly VersionActivity[];
}

/** An item of a package with a saved state of its own. */
export interface VersionItem {
  /** An LMS keeps attempts under it. */
  readonly identifier: string;
  readonly content: ModuleContent;
  readonly sessions: readonly VersionSession[];
  readonly cover: string;
}

/** Positions in the sources: `session`, `session/page` or `session/activity` → `modules/x/s.md:12`. */
export type SourcePlaces = ReadonlyMap<string, string>;

/** Facts that only the sources of a package have. */
export interface Sources {
  readonly places: SourcePlaces;
  /** Sessions of the course by the ids of their activities, whatever the cohort. */
  readonly homes: ReadonlyMap<string, Named>;
}

/** Facts about a package that matter when it is replaced. */
export interface Version {
  /** Name to show. */
  readonly name: string;
  /** Version of Cartable; '' in packages of 0.1, which don't name it. */
  readonly cartable: string;
  readonly course: string;
  readonly courseTitle: string;
  readonly lang: string;
  /** '' without a cohort; undefined: unknown. */
  readonly cohort: string | undefined;
  readonly target: Target;
  /** Content digest; '' if unknown. */
  readonly content: string;
  /** The package of the whole course, whether it has several SCOs or one. */
  readonly whole: boolean;
  readonly items: readonly VersionItem[];
  /** Files of the course in the package. */
  readonly media: PackageFiles;
  /** Look and accent; a member is undefined if unknown. */
  readonly theme: { readonly name: string | undefined; readonly accent: string | undefined };
  /** Absent: a zip, whose sources are elsewhere. */
  readonly sources?: Sources;
}
