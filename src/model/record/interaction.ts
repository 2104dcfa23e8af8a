import type { Token } from '../course/token.ts';

/**
 * Learner's answer to one slot, independent of the standard. `formats-12.ts` and `formats-2004.ts` convert it to
 * the text of their standard.
 */
export type Response =
  | { readonly type: 'true-false'; readonly value: boolean }
  | { readonly type: 'choice'; readonly tokens: readonly Token[] }
  | { readonly type: 'fill-in'; readonly text: string }
  | { readonly type: 'long-fill-in'; readonly text: string }
  | { readonly type: 'matching'; readonly pairs: readonly (readonly [Token, Token])[] }
  | { readonly type: 'sequencing'; readonly tokens: readonly Token[] }
  | { readonly type: 'performance'; readonly steps: readonly (readonly [Token, string])[] }
  | { readonly type: 'numeric'; readonly value: number }
  | { readonly type: 'likert'; readonly token: Token };

export type InteractionType = Response['type'];

/** Right answer; several patterns are alternatives. A numeric range is inclusive. */
export type Pattern = Exclude<Response, { type: 'numeric' }> | { readonly type: 'numeric'; readonly min: number; readonly max: number };

/** Question reported to the LMS: one for each activity, or one for each of its parts. */
export interface Slot {
  /** Part in the interaction's id (`<activity>.<part>`); absent: the id is the activity's. */
  readonly part?: Token;
  readonly type: InteractionType;
  readonly right: readonly Pattern[];
  /** Question as plain text; the formats cut it to the field's length. */
  readonly text: string;
}

export type Result = 'correct' | 'incorrect' | 'neutral';

/** Report of a type on one slot of an answer. */
export interface Interaction {
  readonly part?: Token;
  readonly response: Response;
  readonly result: Result;
}

/** Interaction with everything that is sent to an LMS. */
export interface RecordedInteraction extends Interaction {
  /** `<activity>` or `<activity>.<part>`. */
  readonly id: string;
  readonly slot: Slot;
  /** Its index in the LMS's list. */
  readonly place: number;
  /**
   * Number of the piece, for a text too long for the standard's field; 1 = the first or only one. The whole text is judged:
   * a driver writes result and points with the first piece only.
   */
  readonly piece: number;
  /** Points of the activity. */
  readonly weight: number;
  /** Seconds from the question's display to the answer; 0 where `time` is 0. */
  readonly latency: number;
  /** Time of the answer (ms since 1970); 0 = given at an earlier visit: the LMS keeps its time and latency. */
  readonly time: number;
  readonly competencies: readonly string[];
}
