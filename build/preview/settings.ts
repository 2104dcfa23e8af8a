/** Settings from the player's page for its script. All members are strings. */
export interface PlayerSettings {
  readonly version: '1.2' | '2004';
  readonly mode: 'normal' | 'review' | 'browse';
  readonly learner: { readonly id: string; readonly name: string };
  /** Address of the module's page. */
  readonly sco: string;
  /** Address of the learner's record. */
  readonly record: string;
  /** Address of the current errors and the module's revision. */
  readonly state: string;
  readonly strings: Readonly<Record<string, string>>;
}

/** Text of a diagnostic. */
export interface ShownDiagnostic {
  /** file:line:column. */
  readonly place: string;
  readonly code: string;
  readonly problem: string;
  readonly write: string;
  /** The source line, '' if it can't be shown; `column` counts from 1. */
  readonly source: string;
  readonly column: number;
}

/** State that the page requests at each save. */
export interface ModuleState {
  /** Changes whenever the module's files do; 0 if there is none to play. */
  readonly revision: number;
  readonly errors: readonly ShownDiagnostic[];
  readonly notices: readonly ShownDiagnostic[];
}
