/** What the player's page tells its script. Everything in it is text. */
export interface PlayerSettings {
  readonly version: '1.2' | '2004';
  readonly mode: 'normal' | 'review' | 'browse';
  readonly learner: { readonly id: string; readonly name: string };
  /** Address of the module's page. */
  readonly sco: string;
  /** Address of the learner's record. */
  readonly record: string;
  /** Address of what is wrong now, and of the module's revision. */
  readonly state: string;
  readonly words: Readonly<Record<string, string>>;
}

/** A diagnostic in words. */
export interface ShownDiagnostic {
  /** file:line:column. */
  readonly place: string;
  readonly code: string;
  readonly problem: string;
  readonly write: string;
  /** The line of the source, '' where it can't be shown; `column` counts from 1. */
  readonly source: string;
  readonly column: number;
}

/** What the page asks for at each save. */
export interface ModuleState {
  /** Changes whenever the module's files do; 0 where there is none to play. */
  readonly revision: number;
  readonly errors: readonly ShownDiagnostic[];
  readonly notices: readonly ShownDiagnostic[];
}
