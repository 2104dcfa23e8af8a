/** Text in Cartable's Markdown. */
export type Markdown = string;

/** A choice of a single or multiple question. */
export interface Choice {
  readonly text: Markdown;
  /** Share of the points in percent, from -100 to 100; 100 for the right answer of a single question. */
  readonly weight: number;
  readonly feedback?: Markdown;
}

/** An accepted answer or, with weight 0, an expected mistake. */
export interface Accepted {
  /** Plain text; `*` stands for any characters, `\*` for a star. */
  readonly text: string;
  readonly weight: number;
  readonly feedback?: Markdown;
}

/** A range of accepted numbers or, with weight 0, of expected mistakes. Limits are included. */
export interface NumberRange {
  readonly low: number;
  readonly high: number;
  readonly weight: number;
  readonly feedback?: Markdown;
}

/** Members that all questions have. */
export interface Common {
  /** Name that the other tool shows in its lists; '' if there is none. */
  readonly name: string;
  /** Identifier of the other tool, from which ours is made. */
  readonly idNumber?: string;
  readonly text: Markdown;
  /** Feedback that is shown whatever was answered. */
  readonly after?: Markdown;
  /** Feedback by result. */
  readonly results?: { readonly right?: Markdown; readonly partly?: Markdown; readonly wrong?: Markdown };
  readonly points: number;
  readonly category: readonly string[];
  readonly tags: readonly string[];
  /** Line of the file where it begins, from 1. */
  readonly line: number;
}

/** A question as the supported formats know it. */
export type Question = Common &
  (
    | { readonly kind: 'single'; readonly choices: readonly Choice[]; readonly shuffle: boolean }
    | { readonly kind: 'multiple'; readonly choices: readonly Choice[]; readonly shuffle: boolean }
    | { readonly kind: 'true-false'; readonly isTrue: boolean }
    | { readonly kind: 'short'; readonly answers: readonly Accepted[] }
    | { readonly kind: 'numeric'; readonly answers: readonly NumberRange[]; readonly unit?: string }
    | {
        readonly kind: 'matching';
        readonly pairs: readonly (readonly [left: Markdown, right: Markdown])[];
        readonly lures: readonly Markdown[];
      }
    | { readonly kind: 'essay'; readonly minWords?: number; readonly maxWords?: number; readonly note?: Markdown }
    /** The text has `[[first / other]]` for each blank. */
    | { readonly kind: 'cloze'; readonly isList: boolean; readonly distractors: readonly string[] }
    | { readonly kind: 'order'; readonly steps: readonly Markdown[] }
    | { readonly kind: 'description' }
  );

export type QuestionOf<Kind extends Question['kind']> = Extract<Question, { readonly kind: Kind }>;

type OwnOf<Q> = Q extends Question ? Omit<Q, keyof Common> : never;

/** Members that the kind of a question adds to those that all have; it may also replace some of them. */
export type Body = OwnOf<Question> & Partial<Common>;

/** A part of an imported document, in its order. */
export type Piece =
  | { readonly kind: 'heading'; readonly level: number; readonly text: Markdown; readonly line: number }
  | { readonly kind: 'prose'; readonly text: Markdown; readonly line: number }
  | { readonly kind: 'question'; readonly question: Question };

/** A picture of an imported file. */
export interface Picture {
  /** Path in the course's folder. */
  readonly path: string;
  readonly bytes: Uint8Array;
}

/** Unit that the places of a file are counted in. */
export type Place = 'line' | 'paragraph' | 'question';

/** Something to report: a key of the strings, and the values of its sentence. */
export interface Message {
  readonly key: string;
  readonly values: Readonly<Record<string, string | number>>;
}

/**
 * A remark about a place in an imported file. `refused`: a question that wasn't made; `lost`: a part of a question that couldn't be
 * kept; `review`: a place that the author has to complete; `note`: something that was read in an unusual way.
 */
export interface Remark extends Message {
  readonly level: 'refused' | 'lost' | 'review' | 'note';
  /** Line of the imported file; 0 for the whole file. */
  readonly line: number;
  /** Text of the question, so that nothing is lost. */
  readonly text?: string;
}

/** Languages of messages and courses. */
export type Lang = 'fr' | 'en';
