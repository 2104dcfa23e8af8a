import type { Thrift } from '../../src/model/standards/limits-leaving.ts';
import type { StateSize } from './sco-size.ts';

/** A file beside a zip, for the trainer. */
export interface Sheet {
  /** Its name, without a folder. */
  readonly name: string;
  readonly data: Uint8Array;
}

/** The sheets that are the same for every target: the guide, the running order, the handout, the statement. */
export interface Papers {
  /** Digest of their inputs that are in no zip. */
  readonly key: string;
  readonly sheets: readonly Sheet[];
}

/** A part that a text no longer has. */
export interface RetiredPart {
  readonly token: string;
  /** Its text, in lower case as in the lock. */
  readonly text: string;
  /** Its key in the lock; for a pair, the text on the right, which the token names too. */
  readonly key?: string;
}

/** By activity. */
export type Retired = Readonly<Record<string, readonly RetiredPart[]>>;

/** The same for a course, by module, without modules that have lost nothing. */
export type CourseRetired = Readonly<Record<string, Retired>>;

/** Facts about a finished zip. */
export interface ZipFacts {
  readonly bytes: number;
  readonly sha256: string;
  /** Digest of the content, independent of compression. */
  readonly content: string;
  /** Number of files in it. */
  readonly files: number;
}

/** Saved state of the largest SCO of a package, in characters. */
export type PackageState = StateSize & {
  /** Room on the target. */
  readonly limit: number;
  /** 2004 only: bytes to send when the tab is closed with everything answered. */
  readonly leaving?: number;
  /** 2004 only: kinds of data that the package leaves out for that; absent: none. */
  readonly thrift?: readonly Thrift[];
};

/** Makes the sheets of a zip, once its size and digests are known. */
export type SheetsOf = (file: string, state: PackageState, zip: ZipFacts) => readonly Sheet[];
