/** Path of a file in a project, with slashes and without one at its start: `modules/oven/course.yaml`. */
export type Path = string;

/** A problem in a text, in words. Lines and columns count from 1. */
export interface Problem {
  readonly severity: 'error' | 'warning' | 'notice';
  readonly code: string;
  readonly path: Path;
  readonly line: number;
  readonly column: number;
  readonly problem: string;
  readonly write: string;
  /** Values of the message, from which a fix may be made. */
  readonly values: Readonly<Record<string, string | number>>;
}
