import type { Target } from '../../../src/model/course/course.ts';
import type { Language } from '../../diagnostics/format.ts';
import type { Face } from '../../kit/features.ts';
import type { ExchangeCalls } from './exchange-calls.ts';
import type { MadePackage, PrepareCalls } from './prepare-calls.ts';
import type { Path, Problem } from './problem.ts';
import type { ResultsCalls } from './results-calls.ts';

export type { Path, Problem } from './problem.ts';

/** New content of files; null: removed. */
export type Changes = ReadonlyMap<Path, Uint8Array | string | null>;

/** The program's own files, which the worker loads when it first needs each. */
export interface ProgramAddress {
  /** Address of the folder with them. */
  readonly folder: string;
  /** `pieces/<file>` and `schemas/<edition>/<file>`. */
  readonly names: readonly string[];
  readonly version: string;
  readonly stamp: string;
}

/** An activity of a session, as the check read it. */
export interface ActivityFacts {
  readonly id: string;
  readonly type: string;
  readonly title: string;
  readonly points: number;
  readonly competencies: readonly string[];
  readonly path: Path;
  readonly line: number;
}

export interface PageFacts {
  readonly id: string;
  readonly title: string;
  readonly path: Path;
  readonly line: number;
  readonly activities: readonly ActivityFacts[];
}

export interface SessionFacts {
  readonly id: string;
  readonly title: string;
  readonly path: Path;
  readonly minutes: number;
  readonly pages: readonly PageFacts[];
}

/** Data of a course that could be read. */
export interface CourseFacts {
  readonly id: string;
  readonly title: string;
  readonly lang: string;
  readonly sessions: readonly SessionFacts[];
  readonly competencies: readonly { readonly id: string; readonly title: string }[];
  readonly cohorts: readonly { readonly name: string; readonly title: string }[];
  readonly people: readonly { readonly id: string; readonly name: string }[];
  readonly targets: readonly Target[];
}

/** Result of a check: of the last version that could be read, if the current one can't. */
export interface Checked {
  readonly problems: readonly Problem[];
  /** Null until the course could be read once. */
  readonly course: CourseFacts | null;
  /** False: `course` is an earlier version. */
  readonly isCurrent: boolean;
}

/** The session that a preview plays. */
export interface Playing {
  readonly session: string;
  /** '' for the version without a cohort. */
  readonly cohort: string;
  readonly standard: '1.2' | '2004';
}

/** Files of a session to play. Null: it can't be played yet. */
export type Played = ReadonlyMap<string, Uint8Array | string> | null;

/** Packages to make. */
export interface PackRequest {
  /** Ids of sessions or of the course. */
  readonly names: readonly string[];
  readonly targets: readonly Target[];
  /** Names of cohorts, '' for the version without one. */
  readonly cohorts: readonly string[];
  readonly sheets: boolean;
  /** The packages are kept in `releases/`, so that later ones can be compared with them. */
  readonly keeps?: boolean;
}

export interface Packed {
  readonly problems: readonly Problem[];
  /** Packages and sheets, and what else was written: lock, report, kept versions. None if there was an error. */
  readonly files: ReadonlyMap<Path, Uint8Array<ArrayBuffer>>;
  /** Paths of the packages among them. */
  readonly packages: readonly Path[];
  /** The same packages, described. */
  readonly made: readonly MadePackage[];
}

/** An attribute that a type knows. */
export interface AttributeFacts {
  /** Name as it is written: `min-words`. */
  readonly name: string;
  readonly kind: 'text' | 'number' | 'flag' | 'choice';
  /** Words that it may have; empty if it may have others. */
  readonly values: readonly string[];
  /** Value without the attribute, as a text; '' if there is none. */
  readonly fallback: string;
  /** True for those that all activities or all blocks know. */
  readonly isCommon: boolean;
}

/** A type of activity or block. */
export interface TypeFacts {
  readonly name: string;
  readonly label: string;
  readonly kind: 'activity' | 'block';
  /** Name of the body form; `none`: `::name{…}` without a body. */
  readonly form: string;
  readonly attributes: readonly AttributeFacts[];
  /** Names of the types that its body may contain; 'any'. */
  readonly contains: readonly string[] | 'any';
}

/** Everything that the page asks the engine for. The engine answers one call after the other. */
export interface EngineCalls extends PrepareCalls, ResultsCalls, ExchangeCalls {
  /** The first call. @param course folder of the course in the project: `modules/oven` */
  open(program: ProgramAddress, files: Changes, course: Path, language: Language): Checked;
  /** Takes over changed files and checks the course. */
  change(changes: Changes): Checked;
  play(playing: Playing): Played;
  /** All types, sorted by label. */
  types(): readonly TypeFacts[];
  /** Draws faces, each as SVG. */
  portraits(faces: readonly Face[]): readonly string[];
  /** Hair that can have a colour. */
  colouredHair(): readonly Face['hair'][];
  /** Makes packages, as `cartable build` does. */
  pack(request: PackRequest): Packed;
}

export type CallName = keyof EngineCalls;

/** A call on its way to the worker. */
export interface CallMessage {
  readonly number: number;
  readonly name: CallName;
  readonly args: readonly unknown[];
}

/** The answer to a call; `failed` if the engine failed, not because of an author's mistake. */
export type AnswerMessage = { readonly number: number; readonly answer: unknown } | { readonly number: number; readonly failed: string };
