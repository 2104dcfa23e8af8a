import type { Faults, Lack } from './faults.ts';

/** What the LMS keeps of an attempt: element name → value, JSON-able. Only committed data get here. */
export type Stored = Record<string, string>;

export interface StrictLmsOptions {
  version: '1.2' | '2004';
  /** What the learner came for; `normal` unless given. */
  mode?: 'normal' | 'review' | 'browse';
  /** `no-credit` where the mode is not normal, unless given (SCORM 1.2 RTE 3.4.4, 2004 RTE 4.2.6). */
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
  /** Refuses, besides what ADL refuses, what Moodle refuses, and takes on its habits at launch. */
  asMoodle?: boolean;
  /** Somebody has opened the session already: Initialize is refused, and all else works (moodle.md 20). */
  opened?: boolean;
  /** `entry` is '' at every launch, though there is something to resume (moodle.md 14). */
  noEntry?: boolean;
  /** GetValue gives numbers where the text is one (moodle.md 22). */
  numbers?: boolean;
  /** 1.2 only: optional parts that are not there. */
  lacks?: readonly Lack[];
  /** How it misbehaves; the object may be changed while the session runs. Not handed on to the next visit. */
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

/** What the formats need to know of the options. */
export interface Settings {
  moodle: boolean;
  suspendData: number;
  string: number;
}
