import type { Target } from '../../src/model/course/course.ts';
import type { Thrift } from '../../src/model/standards/limits-leaving.ts';

/** A file beside a zip. */
export interface SheetReport {
  /** Path below `dist/`. */
  readonly file: string;
  readonly bytes: number;
}

/** One package in `dist/build.json`. Sizes in bytes; saved state in characters. */
export interface PackageReport {
  readonly course: string;
  /** Absent: the whole course. */
  readonly module?: string;
  /** Absent: the base build. */
  readonly cohort?: string;
  readonly target: Target;
  /** Path below `dist/`. */
  readonly file: string;
  readonly bytes: number;
  /** SHA-256 of the zip, hexadecimal. */
  readonly sha256: string;
  /** Digest of the content, independent of compression; '' in reports of 0.1. */
  readonly content: string;
  readonly files: number;
  /** Number of its items in an LMS. */
  readonly scos: number;
  /** Files beside it for the trainer. */
  readonly sheets: readonly SheetReport[];
  /** Digest of the other inputs of guide, handout and statement; absent: they were not requested. */
  readonly papers?: string;
  /**
   * 2004 only. `leaving`: bytes to send when the tab is closed with everything answered. `thrift`: kinds of data that the
   * package leaves out for that; absent: none.
   */
  readonly state: {
    readonly marks: number;
    readonly texts: number;
    readonly limit: number;
    readonly leaving?: number;
    readonly thrift?: readonly Thrift[];
  };
  readonly types: readonly string[];
  readonly warnings: readonly string[];
  /** Digest of its inputs: an equal key needs no new zip. */
  readonly key: string;
}

/** `dist/build.json`. */
export interface BuildReport {
  readonly packages: readonly PackageReport[];
  /** Files of packages whose module, cohort or target no longer exists. */
  readonly stale: readonly string[];
}
