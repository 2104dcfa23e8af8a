import type { ImportAs } from '../../exchange/import.ts';
import type { Place, Remark } from '../../exchange/model.ts';
import type { Path } from './problem.ts';
import type { GivenFile } from './results-calls.ts';

/** Files of another program to read. */
export interface TakeRequest {
  readonly files: readonly GivenFile[];
  /** Files that were given with them, such as pictures of a Markdown text; by name. */
  readonly beside: readonly GivenFile[];
  /** Absent: what each kind suggests. */
  readonly as?: Extract<ImportAs, 'bank' | 'session'>;
  /** Id and title of a course to make; absent: the open one receives the files. */
  readonly into?: { readonly id: string; readonly title: string };
  readonly language: 'fr' | 'en';
}

/** A remark about a place in a file, in words. */
export interface SaidRemark {
  readonly level: Remark['level'];
  /** 0 for the whole file. */
  readonly line: number;
  readonly place: Place;
  readonly message: string;
  /** Text of a question that wasn't made; '' otherwise. */
  readonly text: string;
  /** Id of the activity that it is about; '' if there is none. */
  readonly id: string;
}

/** A picture without a description: where its placeholder is. */
export interface UndescribedPicture {
  /** Path of the text in the project. */
  readonly path: Path;
  /** Path of the picture in the project. */
  readonly picture: Path;
  /** The whole `![…](…)` in the text. */
  readonly written: string;
}

/** Result of reading one file. */
export interface TakenFile {
  readonly name: string;
  readonly kind: string;
  readonly found: number;
  readonly made: number;
  /** Id of the session; '' for banks alone. */
  readonly session: string;
  readonly remarks: readonly SaidRemark[];
  readonly pictures: readonly UndescribedPicture[];
  /** Paths of its files in the project. */
  readonly paths: readonly Path[];
  /** Report as Markdown, and its name. */
  readonly report: string;
  readonly reportName: string;
}

/** Everything that an import would write, or sentences that explain what prevents it. */
export type Taken =
  | { readonly errors: readonly string[] }
  | {
      readonly taken: readonly TakenFile[];
      /** Files to write, by path in the project; `course.yaml` among them if a session is added. */
      readonly files: ReadonlyMap<Path, Uint8Array<ArrayBuffer> | string>;
    };

/** Questions to write for Moodle. */
export interface GiveRequest {
  readonly to: 'gift' | 'moodle-xml';
  /** Path of a bank in the project; '' for all sessions of the course. */
  readonly bank: Path;
}

/** The written questions, or sentences that explain what prevents it. */
export type Given =
  | { readonly errors: readonly string[] }
  | { readonly name: string; readonly text: string; readonly made: number; readonly remarks: readonly string[] };

export interface ExchangeCalls {
  /** Reads files of other programs. Writes nothing. */
  take(request: TakeRequest): Taken;
  /** Writes questions for Moodle as a text. */
  give(request: GiveRequest): Given;
}
