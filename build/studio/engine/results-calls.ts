import type { Report } from '../../results/report-schema.ts';

/** A file that the user gives. */
export interface GivenFile {
  /** Name without folders. */
  readonly name: string;
  readonly bytes: Uint8Array;
}

/** Downloads of an LMS to make a report of. */
export interface ReportRequest {
  readonly files: readonly GivenFile[];
  readonly anonymous: boolean;
  /** Names the place of the files in a sentence: « ces fichiers ». */
  readonly place: string;
}

/** A report, or sentences that explain what prevents it. */
export type ReportAnswer =
  | { readonly errors: readonly string[] }
  | {
      readonly report: Report;
      /** Pages and tables by name. */
      readonly outputs: readonly { readonly name: string; readonly text: string }[];
      /** Source of the questions: kept packages, files that were given, or the texts of today. */
      readonly source: 'kept' | 'given' | 'texts';
    };

export interface ResultsCalls {
  /** Makes a report. Codebooks and packages of the course are found without being given. Nothing is stored. */
  report(request: ReportRequest): ReportAnswer;
}
