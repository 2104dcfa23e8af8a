import type { Code } from './codes.ts';

/** Position in a source file; line and column count from 1. */
export interface Position {
  readonly file: string;
  readonly line: number;
  readonly column: number;
}

/** A message for the author. */
export interface Diagnostic {
  readonly code: Code;
  /** A notice reports a change for learners; nothing is wrong. */
  readonly severity: 'error' | 'warning' | 'notice';
  readonly at: Position;
  /** Values that the message names, by the message's `{placeholders}`. */
  readonly values: Readonly<Record<string, string | number>>;
}

function byPlace({ at: one }: Diagnostic, { at: other }: Diagnostic): number {
  if (one.file !== other.file) return one.file < other.file ? -1 : 1;
  return one.line - other.line || one.column - other.column;
}

/** Sorts diagnostics by file, line and column, and removes duplicates from several cohorts. */
export function inOrder(list: readonly Diagnostic[]): Diagnostic[] {
  const once = new Map(list.map((diagnostic) => [JSON.stringify([diagnostic.code, diagnostic.at, diagnostic.values]), diagnostic]));
  return [...once.values()].sort(byPlace);
}

/** Collects the diagnostics of a run. Stages report and continue; the pipeline stops between stages. */
export class Diagnostics {
  readonly list: Diagnostic[];
  private readonly folder: string;

  constructor(list: Diagnostic[] = [], folder = '') {
    this.list = list;
    this.folder = folder;
  }

  /** Makes a collector for files whose paths are relative to a folder. */
  below(folder: string): Diagnostics {
    return new Diagnostics(this.list, `${folder}/`);
  }

  /** Takes over what another collector has. */
  take({ list }: { readonly list: readonly Diagnostic[] }): void {
    // A hundred thousand are too many for one call.
    for (const diagnostic of list) this.list.push(diagnostic);
  }

  private add(severity: Diagnostic['severity'], code: Code, at: Position, values: Diagnostic['values']): void {
    this.list.push({ code, severity, at: { ...at, file: this.folder + at.file }, values });
  }

  error(code: Code, at: Position, values: Diagnostic['values'] = {}): void {
    this.add('error', code, at, values);
  }

  warning(code: Code, at: Position, values: Diagnostic['values'] = {}): void {
    this.add('warning', code, at, values);
  }

  notice(code: Code, at: Position, values: Diagnostic['values'] = {}): void {
    this.add('notice', code, at, values);
  }

  /** Tests whether one of these codes was reported for some lines of a file. @param last inclusive */
  hasReported(codes: ReadonlySet<Code>, from: Position, last: number): boolean {
    const file = this.folder + from.file;
    return this.list.some(({ code, at }) => codes.has(code) && at.file === file && at.line >= from.line && at.line <= last);
  }

  /** True once an error was reported. */
  get failed(): boolean {
    return this.failedSince(0);
  }

  /** True if an error was reported after the first `count` diagnostics. */
  failedSince(count: number): boolean {
    return this.list.slice(count).some((diagnostic) => diagnostic.severity === 'error');
  }
}
