/** Editions whose schemas we have. The second edition of 2004 is checked with those of the third. */
export type SchemaEdition = 'scorm12' | 'scorm2004-3' | 'scorm2004-4';

/** A fault that a schema finds. */
export interface SchemaError {
  /** The validator's own words, in English. */
  readonly message: string;
  readonly line: number;
}

/** Checks a manifest against the schemas of an edition. @returns what is wrong, nothing if it is valid */
export type SchemaCheck = (manifest: string, edition: SchemaEdition) => readonly SchemaError[];
