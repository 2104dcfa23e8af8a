import type { Faults, Lack } from './faults.ts';

/** An attempt in the LMS: element name → value, JSON-able. Only committed data. */
export type Stored = Record<string, string>;

export interface StrictLmsOptions {
  version: '1.2' | '2004';
  /** Mode of the launch; `normal` unless given. */
  mode?: 'normal' | 'review' | 'browse';
  /** `no-credit` if the mode is not normal, unless given (SCORM 1.2 RTE 3.4.4, 2004 RTE 4.2.6). */
  credit?: 'credit' | 'no-credit';
  /** An empty id leaves `learner_id` unset, as ADL's sample environment does. */
  learner?: { id: string; name: string };
  /** `stored` of an earlier visit, with its exit: the launch rules of the version are applied to it. */
  stored?: Stored;
  launchData?: string;
  /** 1.2 only, 0–100: the manifest's `adlcp:masteryscore`, which Cartable never writes (moodle.md 5). */
  masteryScore?: number;
  /** 2004 only, 0–1: overrides completion_status at Terminate (moodle.md 6). */
  completionThreshold?: number;
  /** 2004 only, −1–1: overrides success_status at Terminate in ADL, never in Moodle (moodle.md 6). */
  scaledPassingScore?: number;
  /** 2004 only: ids of the objectives that the manifest declares, there at launch (scorm.md 24). */
  objectives?: readonly string[];
  /**
   * Lengths in UTF-16 units. `suspendData`: 4096 in 1.2 and 64 000 in 2004 unless given. `string`: 1.2's
   * CMIString255. A relaxed Moodle (moodle.md 4) is `{ suspendData: 64000, string: 64000 }`.
   */
  limits?: { suspendData?: number; string?: number };
  /** Also refuses what Moodle refuses, and behaves like Moodle at launch. */
  asMoodle?: boolean;
  /** The session is already open: Initialize is refused, and everything else works (moodle.md 20). */
  opened?: boolean;
  /** `entry` is '' at every launch, though there is something to resume (moodle.md 14). */
  noEntry?: boolean;
  /** GetValue returns numbers for numeric texts (moodle.md 22). */
  numbers?: boolean;
  /** 1.2 only: missing optional parts. */
  lacks?: readonly Lack[];
  /** Faults; the object may be changed while the session runs. Not passed on to the next visit. */
  faults?: Faults;
}

/** One call as the LMS saw it. `error` is its own code, 0 for the three support functions. */
export interface Call {
  name: string;
  args: readonly unknown[];
  result: string;
  error: number;
  /** The answer, or the throw, was a fault of the LMS. */
  injected?: boolean;
}

/** Options that formats need. */
export interface Settings {
  moodle: boolean;
  suspendData: number;
  string: number;
}
