import type { Html } from '../../src/model/course/activity.ts';
import type { Competency, ModuleContent, Target } from '../../src/model/course/course.ts';
import type { Entry } from '../host/host.ts';
import type { KitPicture } from '../kit/kit.ts';
import type { CourseFile } from './course-file.ts';
import type { After, Cover, Pace } from './cover.ts';
import type { ScoSize } from './sco-size.ts';
import type { Node } from './source.ts';

export type Profile = 'moodle' | 'strict';

export type ThemeName = CourseFile['theme']['name'];

/** Look, colours and logo of a course or cohort. */
export interface Theme {
  readonly name: ThemeName;
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
  /** The marker of its pictogram. */
  readonly icon?: string;
  /** Planned minutes, from the trainer's notes; 0 where they give none. */
  readonly minutes: number;
  /** It goes further than the session asks for. */
  readonly further?: true;
  readonly nodes: readonly Node[];
  /** Nodes of the page on paper; absent: those of the screen. */
  readonly paper?: readonly Node[];
}

/** A module for one cohort, after `resolve`. */
export interface BuiltModule {
  readonly content: ModuleContent;
  readonly pages: readonly BuiltPage[];
  readonly pace: Pace;
  readonly cover: Cover;
  readonly certificate: boolean;
  /** The next module of the course for this cohort; absent: this is the last one, or the course is one SCO. */
  readonly after?: After;
}

/** A file of the course that a package carries. `name` is its path in the zip. */
export interface FileAsset {
  readonly name: string;
  /** Absolute path on disk. */
  readonly path: string;
  readonly bytes: number;
}

/** The same, or a picture of the kit. */
export type Asset = FileAsset | KitPicture;

/** A module after `render`: target and place in the zip are still open. */
export interface RenderedModule {
  readonly content: ModuleContent;
  /** The page that is launched: shell and first page; `ROOT` marks the path to the package's root. */
  readonly html: Html;
  /** The whole text on one page that needs no script, for a package's root. */
  readonly plain: Html;
  /** Markup of the pages after the first, by id. */
  readonly rest: Readonly<Record<string, Html>>;
  readonly assets: readonly Asset[];
  /** Planned minutes of each page, by id; 0 where they are not specified. */
  readonly pageMinutes: Readonly<Record<string, number>>;
  /** Types used, sorted. */
  readonly types: readonly string[];
  /** Types of the first page. */
  readonly firstTypes: readonly string[];
}

/** A rendered module with its sizes, from which each target's limits follow. */
export interface FittedModule extends RenderedModule {
  readonly size: ScoSize;
}

/** One SCO of a package. */
export interface Sco {
  /** The module's id: an LMS stores attempts under it. */
  readonly id: string;
  readonly title: string;
  /** Path of its page in the zip, without query. */
  readonly href: string;
  /** Names of the entries that only this SCO uses (its page, its content). */
  readonly files: readonly string[];
  readonly competencies: readonly Competency[];
}

/** Output of `bundle` for one target. */
export interface Bundle {
  readonly scos: readonly Sco[];
  /** All files except the manifest and the schemas. */
  readonly entries: readonly Entry[];
  /** Names of the entries that every SCO uses. */
  readonly shared: readonly string[];
}

/** Input of a manifest. */
export interface ManifestInput {
  readonly target: Exclude<Target, 'web'>;
  /** Course, module and cohort: it may differ between cohorts, an item's id never does (moodle.md 25). */
  readonly id: string;
  readonly title: string;
  readonly scos: readonly Sco[];
  readonly shared: readonly string[];
}
