import type { Diagnostic } from '../diagnostics/diagnostics.ts';

/** An error that a project's own type threw while it was used. */
export class OwnTypeError extends Error {
  readonly diagnostic: Diagnostic;

  constructor(diagnostic: Diagnostic) {
    const { at, values } = diagnostic;
    super(`${at.file}:${at.line}:${at.column} ${values.why}`);
    this.diagnostic = diagnostic;
  }
}
