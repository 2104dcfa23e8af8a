import type { Interaction, Slot } from '../record/interaction.ts';
import type { Token } from './token.ts';

export type { Token };

/** Safe HTML that the build generates from an author's Markdown. */
export type Html = string;

/**
 * Learner's answer as plain data: null, booleans, numbers, strings, arrays and objects of these.
 * Each type narrows it. It may contain tokens of parts that a later build removed: scoring ignores those.
 */
export type Answer = null | boolean | number | string | readonly Answer[] | { readonly [key: string]: Answer | undefined };

/** Verdict on one part of an answer. `missed`: a right part that the learner left out. */
export type PartVerdict = 'right' | 'wrong' | 'missed';

/** Outcome of an answer that can be right or wrong. */
export type Judged = 'right' | 'partly' | 'wrong';

/** Content shown after an answer with one of some outcomes. */
export interface AfterCase {
  readonly when: readonly Judged[];
  readonly after: Html;
}

/** Result of `score`: ratio 0..1, and the verdict on each judged part, by token. */
export interface Score {
  readonly ratio: number;
  readonly parts: Readonly<Record<Token, PartVerdict>>;
}

/** Questions of a composed activity (a quiz) that count now, and those of its best finished attempt. */
export interface Draw {
  /** Lock numbers of the activities that the learner is asked now. */
  readonly live: readonly number[];
  /** Lock number and ratio (0..1) of each activity of the best finished attempt. */
  readonly kept: readonly (readonly [number, number])[];
  /** Number of questions that it will ask, until some are drawn; absent: all of them. */
  readonly asks?: number;
}

/** Exports of a type's `scoring.ts`. Pure: both the build and the browser import it. */
export interface Scoring<Options = unknown, A extends Answer = Answer> {
  /** Returns ratio 0..1 and parts by token; a null answer scores 0. Types without right answers give any answer ratio 1. */
  score(options: Options, answer: A | null): Score;
  /** Returns the interactions known before any answer; [] = completion only. */
  slots(options: Options): Slot[];
  /** Returns one interaction per answered slot. */
  report(options: Options, answer: A): Interaction[];
  /** Returns the largest answer without free text, to estimate the size of saved state. */
  largest(options: Options): A;
  /** Returns the answer key: an answer with nothing wrong in it. Required for scored types that aren't composed. */
  solve?(options: Options): A;
  /** Composed types only: returns the inner activities that count. */
  draw?(answer: A | null, options: Options): Draw;
  /** Composed types only, for paper: number of questions per competency in a round; [] if that is random. */
  shares?(options: Options): readonly (readonly [competency: string, count: number])[];
}

/** Activity of a built module, as known to the build and the browser. */
export interface Activity<Options = unknown> {
  readonly id: string;
  /** Number in the lock: its position in saved state. */
  readonly n: number;
  readonly type: string;
  /** Earlier types, oldest first; absent: the type never changed. */
  readonly was?: readonly string[];
  /**
   * Origins of its parts (`originOf` their first text): 2 characters per part in token order, removed parts included.
   * Empty until the script of its page has loaded.
   */
  readonly origins: string;
  /** Tokens of the parts that were removed from its text; absent: none. */
  readonly gone?: readonly Token[];
  /** Id of its page. */
  readonly page: string;
  /** Id of the composed activity that draws it, if there is one. */
  readonly quiz?: string;
  /** Question as plain text, at most 250 characters. */
  readonly title: string;
  /** Title written by the author. */
  readonly heading?: string;
  /** 0 = unscored. */
  readonly points: number;
  /** Tries allowed; 0 = no limit. */
  readonly attempts: number;
  readonly competencies: readonly string[];
  readonly required: boolean;
  /** Readers of a free text: the trainer too, or the learner alone (in the notebook). */
  readonly seenBy: 'trainer' | 'me';
  /** In the browser, `prompt`, `html`, `content`, `nodes` and a few more are left out: they are in the markup. */
  readonly options: Options;
  readonly slots: readonly Slot[];
  /** Content shown after an answer. */
  readonly after?: Html;
  /** Content that depends on the outcome, shown before `after`; absent: none. */
  readonly cases?: readonly AfterCase[];
}
