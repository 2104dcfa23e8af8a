/** Any result made from files of a course. */
export interface OfFiles {
  /** Paths inside the course's folder of the files that were read or looked for. */
  readonly files: ReadonlySet<string>;
}

/** Results of an earlier run of the same process whose files haven't changed. */
export interface Remembered {
  /** Returns undefined if there is none, or if one of its files has changed. */
  recall<Result extends OfFiles>(name: string): Result | undefined;
  keep(name: string, result: OfFiles): void;
}
