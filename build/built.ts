import type { Html } from '../src/model/activity.ts';
import type { Competency, ModuleContent, Target } from '../src/model/course.ts';
import type { Node } from './source.ts';

export type Profile = 'moodle' | 'strict';

/** Colours and logo of a course or cohort. */
export interface Theme {
  readonly accent: string;
  /** Path inside the course's folder. */
  readonly logo?: string;
}

/** A course for one cohort, after `resolve`: no variable, no token marker, no cohort is left in it. */
export interface Course {
  readonly id: string;
  readonly title: string;
  readonly lang: string;
  readonly organisation: string;
  readonly profile: Profile;
  readonly theme: Theme;
  readonly competencies: readonly Competency[];
  readonly targets: readonly Target[];
}

export interface BuiltPage {
  readonly id: string;
  readonly title: string;
  readonly nodes: readonly Node[];
  /** The same object comes again at the next save: what is made of it is worth keeping. */
  readonly lasting?: true;
  /** The same object comes again for the next cohort of this build. */
  readonly common?: true;
}

/** A module for one cohort, after `resolve`. */
export interface BuiltModule {
  readonly content: ModuleContent;
  readonly pages: readonly BuiltPage[];
}

/** A file of the course that a package carries. `name` is its path in the zip. */
export interface Asset {
  readonly name: string;
  /** Absolute path on disk. */
  readonly path: string;
  readonly bytes: number;
}

/** A module after `render`: target and place in the zip are still open. */
export interface RenderedModule {
  readonly content: ModuleContent;
  /** The same before its files had their places: what the check found out about its size is known by it. */
  readonly checked: ModuleContent;
  /** The page that is launched: shell and first page; `ROOT` markers stand for the way to the package's root. */
  readonly html: Html;
  /** The whole text on one page that needs no script, in pieces; it stands at a package's root. */
  readonly plain: readonly Html[];
  /** Markup of the pages after the first, by id. */
  readonly rest: Readonly<Record<string, Html>>;
  readonly assets: readonly Asset[];
  /** Types used, sorted. */
  readonly types: readonly string[];
  /** Those of the first page. */
  readonly firstTypes: readonly string[];
  /** It is an author's module that is saved again and again: what is made of it is worth keeping until the next time. */
  readonly lasting?: true;
  /** It is packed for both standards, or for several cohorts: what is made of its pages is worth keeping until the last of them. */
  readonly again?: true;
}

/** One file of a zip: bytes at hand, or a file on disk (media: stored, never deflated). */
export type Entry =
  | { readonly name: string; readonly data: string | Uint8Array }
  | { readonly name: string; readonly path: string; readonly bytes: number };

/** One SCO of a package. */
export interface Sco {
  /** The module's id: an LMS keeps attempts by it. */
  readonly id: string;
  readonly title: string;
  /** Path of its page in the zip, without query. */
  readonly href: string;
  /** Names of the entries that only this SCO uses (its page, its content). */
  readonly files: readonly string[];
  readonly competencies: readonly Competency[];
}

/** What `bundle` makes for one target. */
export interface Bundle {
  readonly target: Target;
  readonly scos: readonly Sco[];
  /** All files but the manifest and the schemas. */
  readonly entries: readonly Entry[];
  /** Names of the entries that every SCO uses. */
  readonly shared: readonly string[];
}

/** What a manifest is made of. */
export interface ManifestInput {
  readonly target: Exclude<Target, 'web'>;
  /** Course, module and cohort: it may differ between cohorts, an item's id never does (moodle.md 25). */
  readonly id: string;
  readonly title: string;
  readonly scos: readonly Sco[];
  readonly shared: readonly string[];
}
