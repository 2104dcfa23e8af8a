import type { Interaction, Slot } from './interaction.ts';
import type { Token } from './token.ts';

export type { Token };

/** Safe HTML made by the build from an author's Markdown. */
export type Html = string;

/**
 * What a learner answered, as plain data: null, booleans, numbers, strings, arrays and objects of these.
 * Each type narrows it. It may hold tokens of parts that a later build removed: scoring ignores those.
 */
export type Answer = null | boolean | number | string | readonly Answer[] | { readonly [key: string]: Answer | undefined };

/** How one part of an answer stands: `missed` is a right part that the learner left out. */
export type PartVerdict = 'right' | 'wrong' | 'missed';

/** What `score` finds: ratio 0..1, and each part that is judged, by token. */
export interface Score {
  readonly ratio: number;
  readonly parts: Readonly<Record<Token, PartVerdict>>;
}

/** The questions of a composed activity (a quiz) that count now, and those of its best finished attempt. */
export interface Draw {
  /** Lock numbers of the activities that the learner is asked now. */
  readonly live: readonly number[];
  /** Lock number and ratio (0..1) of each activity of the best finished attempt. */
  readonly kept: readonly (readonly [number, number])[];
  /** How many questions it will ask, for as long as none is drawn; absent: as if all of them. */
  readonly asks?: number;
}

/** What a type's `scoring.ts` exports. Pure: both the build and the browser import it. */
export interface Scoring<Options = unknown, A extends Answer = Answer> {
  /** Ratio 0..1 and parts by token; a null answer scores 0. Types with nothing right give ratio 1 for an answer. */
  score(options: Options, answer: A | null): Score;
  /** The interactions known before any answer; [] = completion only. */
  slots(options: Options): Slot[];
  /** One interaction a slot answered. */
  report(options: Options, answer: A): Interaction[];
  /** The costliest answer without free text, to size saved state. */
  largest(options: Options): A;
  /** The answer key: an answer with nothing wrong in it. Required where a type is scored, but for composed ones. */
  solve?(options: Options): A;
  /** Only composed types: which inner activities count. */
  draw?(answer: A | null, options: Options): Draw;
  /** Only composed types, for paper: how many questions a round asks of each competency; [] where that is left to chance. */
  shares?(options: Options): readonly (readonly [competency: string, count: number])[];
}

/** What both sides know of an activity of a built module. */
export interface Activity<Options = unknown> {
  readonly id: string;
  /** Its number in the lock: its position in saved state. */
  readonly n: number;
  readonly type: string;
  /** Its earlier types, the oldest first; absent: the type never changed. */
  readonly was?: readonly string[];
  /**
   * Origins of its parts (`originOf` their first text): 2 characters a part in the order of tokens, gone parts included.
   * Empty until the script of its page has loaded.
   */
  readonly origins: string;
  /** Tokens of the parts that were removed from its text; absent: none. */
  readonly gone?: readonly Token[];
  /** Id of the page it stands on. */
  readonly page: string;
  /** Id of the composed activity that draws it, where there is one. */
  readonly quiz?: string;
  /** The question in plain words, at most 250 characters. */
  readonly title: string;
  /** The title that its author gave it. */
  readonly heading?: string;
  /** 0 = unscored. */
  readonly points: number;
  /** Tries allowed; 0 = no limit. */
  readonly attempts: number;
  readonly competencies: readonly string[];
  readonly required: boolean;
  /** Who reads a free text: the trainer too, or only the learner's notebook. */
  readonly seenBy: 'trainer' | 'me';
  /** In the browser `prompt`, `html`, `content`, `nodes` and a few more are left out of it: they stand in the markup. */
  readonly options: Options;
  readonly slots: readonly Slot[];
  /** What is shown once it is answered. */
  readonly after?: Html;
}
