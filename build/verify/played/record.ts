/** One call of a SCO, with its result. */
export interface PlayedCall {
  readonly method: string;
  readonly args: readonly string[];
  readonly result: string;
  /** Error code; 0 without an error. */
  readonly error: number;
  /** Milliseconds since the SCO's page was requested. */
  readonly at: number;
  /** True once the tab was being closed. */
  readonly closing: boolean;
}

/** Observations of one SCO that was opened and closed in a browser. */
export interface PlayedLaunch {
  readonly title: string;
  readonly href: string;
  readonly isSco: boolean;
  readonly version: '1.2' | '2004';
  readonly calls: readonly PlayedCall[];
  /** Names of interfaces that the page looked for: `API`, `API_1484_11`. */
  readonly looked: readonly string[];
  /** Files of the package that it asked for and that are not there. */
  readonly missing: readonly string[];
  /** Addresses on other hosts. All were blocked. */
  readonly elsewhere: readonly string[];
  /** Errors of its scripts. */
  readonly errors: readonly string[];
  /** Texts of dialogs that it opened. */
  readonly dialogs: readonly string[];
  readonly popups: number;
  /** True if nothing can be seen. */
  readonly isBlank: boolean;
}

/** The played part: launches, or why there are none. */
export type Played =
  | { readonly state: 'played'; readonly browser: string; readonly launches: readonly PlayedLaunch[]; readonly left: number }
  | { readonly state: 'skipped'; readonly why: 'no-browser' | 'no-start' | 'refused' | 'nothing'; readonly browser?: string };
