import type { Records } from './records.ts';
import type { Format, Verdict } from './verdict.ts';

/** An element of a data model. `write` elements cannot be read back. */
export type Rule = { access: 'read' } | { access: 'write' | 'both'; format: Format };

export type Rules = Record<string, Rule>;

/** Answer of GetValue. */
export interface Answer {
  error: number;
  value: string;
}

/** The data model of one version: codes, formats, order. It has no data. */
export interface DataModel {
  get(element: string, records: Records): Answer;
  /** Only checks; the caller writes `keep`. */
  set(element: string, value: string, records: Records): Verdict;
}
