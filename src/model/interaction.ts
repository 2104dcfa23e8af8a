import type { Token } from './token.ts';

/**
 * What the learner answered to one slot, in the model's own terms; the formats of each standard
 * (`formats-12.ts`, `formats-2004.ts`) turn it into that standard's text.
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

/** A right answer; several patterns are alternatives. A numeric range is inclusive. */
export type Pattern = Exclude<Response, { type: 'numeric' }> | { readonly type: 'numeric'; readonly min: number; readonly max: number };

/** A question that the LMS will be told of: one for each activity, or one for each of its parts. */
export interface Slot {
  /** Names the part in the interaction's id (`<activity>.<part>`); absent: the id is the activity's. */
  readonly part?: Token;
  readonly type: InteractionType;
  readonly right: readonly Pattern[];
  /** The question in plain words; the formats cut it to the field's length. */
  readonly text: string;
}

export type Result = 'correct' | 'incorrect' | 'neutral';

/** What a type says of one slot of an answer. */
export interface Interaction {
  readonly part?: Token;
  readonly response: Response;
  readonly result: Result;
}

/** An interaction with all that an LMS is told of it. */
export interface RecordedInteraction extends Interaction {
  /** `<activity>` or `<activity>.<part>`. */
  readonly id: string;
  readonly slot: Slot;
  /** Its index in the LMS's list. */
  readonly place: number;
  /**
   * Which numbered part of a text that the standard's field is too short for; 1 = the first or only one. What is judged is the
   * whole: a driver writes result and points with the first part alone.
   */
  readonly piece: number;
  /** Points of the activity. */
  readonly weight: number;
  /** Seconds from the question's display to the answer; 0 where `time` is 0. */
  readonly latency: number;
  /** Milliseconds since 1970 of the answer; 0 = given at an earlier visit: what the LMS has of both stays. */
  readonly time: number;
  readonly competencies: readonly string[];
}
