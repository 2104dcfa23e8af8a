import type { Target } from '../../src/model/course/course.ts';
import type { Diagnostic } from '../diagnostics/diagnostics.ts';
import type { Kit } from '../kit/kit.ts';
import type { ActivityType } from '../types/activity-type.ts';
import type { Host } from './host.ts';

/** An XML schema in a package. */
export interface SchemaFile {
  readonly name: string;
  readonly data: Uint8Array;
}

/** A module that several types may import, as a piece. */
export interface SharedPiece {
  readonly exports: readonly string[];
  /** Names of the shared pieces that it needs, each after those that it needs itself. */
  readonly uses: readonly string[];
}

/** Index of the pieces of the runtime; made with the program. */
export interface PieceIndex {
  /** Piece file → names of shared pieces, each after its dependencies. */
  readonly uses: Readonly<Record<string, readonly string[]>>;
  /** Shared pieces by name. */
  readonly shared: Readonly<Record<string, SharedPiece>>;
  /** Piece file, shared ones too → icons that it shows. */
  readonly icons: Readonly<Record<string, readonly string[]>>;
  /** Piece file → its text. */
  readonly texts: Readonly<Record<string, string>>;
  /** Keys of the shell's strings that scripts may use; the others are only in the markup. */
  readonly stringKeys: readonly string[];
  /** File → names of the npm packages whose code it contains. */
  readonly libraries: Readonly<Record<string, readonly string[]>>;
  /** Name of a package → its licence; Cartable and Lucide are in every package. */
  readonly notices: Readonly<Record<string, string>>;
}

/** The compiled pieces of the runtime, from which a package's scripts and styles are assembled. */
export interface Pieces {
  readonly index: PieceIndex;
  /** Reads a file that goes into packages unchanged. @throws if there is none of that name */
  file(name: string): Uint8Array;
  /** The schemas of an edition, sorted by name. */
  schemas(target: Exclude<Target, 'web'>): readonly SchemaFile[];
}

/** The activity types of a project, beside those of Cartable. */
export interface OwnTypes {
  /** Folders of those that can be used, by name. */
  readonly folders: ReadonlyMap<string, string>;
  /** Names of those that can't: their directives are not reported as unknown. */
  readonly broken: ReadonlySet<string>;
  /** Everything that is wrong with them; each check reports it. */
  readonly problems: readonly Diagnostic[];
}

/** Services that the stages work with besides their input. Nothing in it changes during a run. */
export interface Engine {
  readonly host: Host;
  /** Activity types and blocks by name, with those of the project. */
  readonly types: ReadonlyMap<string, ActivityType>;
  /** Absent: the project has no types of its own. */
  readonly own?: OwnTypes;
  readonly pieces: Pieces;
  /** Pictograms and portraits. */
  readonly kit: Kit;
  /** Version of Cartable. */
  readonly version: string;
  /** Names the program and the types of the project: with another name, every package is made again. */
  readonly stamp: string;
}
