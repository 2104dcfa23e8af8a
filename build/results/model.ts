/** A file of the folder, by name without folder. */
export interface SourceFile {
  readonly name: string;
  readonly bytes: Uint8Array;
}

/** Rows of cells. Rows may differ in length: a missing cell is empty. */
export type Table = readonly (readonly string[])[];

/** A person as one download names them. */
export interface Who {
  readonly name: string;
  /** In lower case; '' if the download has none. */
  readonly email: string;
  /** Number that distinguishes homonyms of a download without e-mails: 1 for the first row of a name. */
  readonly mark?: number;
}

/** One question of an attempt, as downloaded. */
export interface RawAnswer {
  /** Position in the LMS's list. */
  readonly place: number;
  /** Absent: the download has no column for it. */
  readonly id?: string;
  readonly response: string;
  /** Absent: the download has no column for it. */
  readonly result?: string;
}

/** Data of one SCO of an attempt, as downloaded. */
export interface RawPart {
  readonly title: string;
  readonly answers: readonly RawAnswer[];
}

/** One row of a report about attempts. */
export interface RawAttempt extends Who {
  readonly file: string;
  /** 0: no attempt. */
  readonly number: number;
  readonly started: string;
  readonly last: string;
  /** Absent: none yet. */
  readonly score?: number;
  readonly parts: readonly RawPart[];
  /** The report has columns for questions, but none for responses. */
  readonly lacksResponses?: true;
}

/** « Track details » of one attempt. Nothing in them names the learner. */
export interface RawDetails {
  readonly file: string;
  /** Absent: not recorded. */
  readonly status?: 'passed' | 'failed' | 'completed' | 'incomplete';
  readonly score?: number;
  /** Measured time; absent: not recorded, or not understood. */
  readonly seconds?: number;
  readonly learner?: string;
  readonly answers: readonly RawAnswer[];
  readonly objectives: readonly { readonly id: string; readonly status?: string; readonly score?: number }[];
}

/** Completion of one activity by one learner. */
export interface RawCompletion extends Who {
  /** Title of the activity. */
  readonly title: string;
  /** Time of completion; '' if it isn't completed. */
  readonly at: string;
}

/** A learner's grade in one activity. */
export interface RawGrade extends Who {
  /** Heading of the column, which contains the activity's title. */
  readonly title: string;
  readonly grade?: number;
}

export type QuestionKind = 'choice' | 'true-false' | 'matching' | 'sequencing' | 'performance' | 'likert' | 'numeric' | 'typed' | 'text';

/** One line of a codebook. */
export interface Question {
  readonly id: string;
  readonly module: string;
  readonly page: string;
  /** Name of the activity's type, for people. */
  readonly activity: string;
  readonly kind: QuestionKind;
  readonly text: string;
  /** Names of the tokens in an answer, or in the first halves of its pairs. */
  readonly near: ReadonlyMap<string, string>;
  /** Names of the second halves. */
  readonly far: ReadonlyMap<string, string>;
  /** Right answers as the LMS shows them; [] if nothing is right or wrong. */
  readonly right: readonly string[];
  readonly rightWords: string;
  readonly competencies: readonly string[];
  readonly points: number;
  readonly required: boolean;
  /** Drawn by a quiz: not everybody gets it. */
  readonly drawn: boolean;
}

/** The lines of a codebook about one SCO, in the order in which a 1.2 LMS gets its questions. */
export interface Codebook {
  readonly file: string;
  /** Id of the session: that of its module; of a course that is one SCO, all of them. */
  readonly session: string;
  readonly questions: readonly Question[];
  readonly byId: ReadonlyMap<string, Question>;
}

/** A page of a session, as the package describes it. */
export interface PackagePage {
  readonly id: string;
  readonly title: string;
  /** Planned minutes; 0: not specified. */
  readonly minutes: number;
  /** True if the page is optional further material. */
  readonly further?: true;
}

/** A session, as the package describes it. */
export interface PackageSession {
  readonly id: string;
  readonly title: string;
  readonly minutes: number;
  /** Percent; absent: nothing is passed or failed. */
  readonly pass?: number;
  readonly competencies: readonly { readonly id: string; readonly title: string }[];
  readonly pages: readonly PackagePage[];
}

/** Description of a package. */
export interface PackageFacts {
  readonly file: string;
  /** Content digest. */
  readonly content: string;
  readonly course: string;
  readonly courseTitle: string;
  readonly organisation: string;
  readonly cohort: string;
  readonly sessions: readonly PackageSession[];
}

/** Content of a file, by its detected kind. */
export type Found =
  | { readonly kind: 'attempts'; readonly attempts: readonly RawAttempt[] }
  | { readonly kind: 'details'; readonly details: RawDetails }
  | { readonly kind: 'completion'; readonly completions: readonly RawCompletion[] }
  | { readonly kind: 'grades'; readonly grades: readonly RawGrade[]; readonly at: number }
  | { readonly kind: 'codebook'; readonly codebooks: readonly Codebook[] }
  | { readonly kind: 'package'; readonly facts: PackageFacts }
  | { readonly kind: 'unknown' };

/** A sentence for the trainer: a key of the strings, and its values. */
export interface Message {
  readonly key: string;
  readonly values: Readonly<Record<string, string | number>>;
}
