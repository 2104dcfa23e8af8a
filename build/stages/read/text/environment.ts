import type { Token } from 'markdown-it';
import type { Html } from '../../../../src/model/course/activity.ts';
import type { Code } from '../../../diagnostics/codes.ts';
import type { Position } from '../../../diagnostics/diagnostics.ts';
import type { InnerLink, VariableUse } from '../../../model/source.ts';

/** Reports a diagnostic of the file being parsed. */
export type Report = (code: Code, at: Position, values?: Record<string, string | number>) => void;

/** 0-based position of the start of a text. */
interface Place {
  readonly line: number;
  readonly column: number;
}

/** Footnote of a file. */
export interface Footnote {
  readonly at: Position;
  /** Its block tokens, after the file is read. */
  readonly tokens: Token[];
}

/** Context of the parser's rules for a file. Passed as markdown-it's `env`. */
export interface Environment {
  readonly [key: string]: unknown;
  readonly file: string;
  readonly lang: string;
  readonly lines: readonly string[];
  readonly report: Report;
  /** Reports a warning: the author may have meant it. */
  readonly warn: Report;
  /** `[…](#page)` links, to be checked once all pages are known. */
  readonly pageLinks: InnerLink[];
  /** `{{name}}` uses, to be checked against the course's variables; `less`: possibly a variable with a missing brace. */
  readonly variables: VariableUse[];
  /** Turns a relative address into an asset marker, or reports it. */
  readonly asset: (address: string, at: Position) => string;
  /** Width and height of a picture of the course, null if they are unknown. */
  readonly pictureSize: (path: string) => { readonly width: number; readonly height: number } | null;
  /** Markup of a callout of a kind, before and after its content. */
  readonly callout: (kind: string) => readonly [before: string, behind: string];
  /** Lines (0-based, end excluded) of a text that is parsed separately; the parser counts them from 0. */
  readonly only?: readonly [from: number, to: number];
  /** Progress of `locateNext`, by block and text. */
  readonly reached: Map<string, Place>;
  /** Footnotes of the file, by name. */
  readonly notes: Map<string, Footnote>;
  /** True while rendering a line that a form reads separately. */
  readonly isLine?: true;
  /** True while rendering addresses as text. */
  readonly isPlain?: boolean;
  /** Replacement of `[[…]]` in the current rendering. */
  readonly blank?: ((content: string) => Html) | undefined;
}

function find({ lines }: Environment, needle: string, { line: from, column: after }: Place, to: number): Place | undefined {
  for (let line = from; line < to; line++) {
    const column = lines[line]?.indexOf(needle, line === from ? after : 0) ?? -1;
    if (column >= 0) return { line, column };
  }
  return undefined;
}

/** Finds a text between two lines (0-based, end excluded); returns the first line's start if it isn't found. */
export function locate(env: Environment, needle: string, from: number, to: number): Position {
  const indent = (): number => Math.max(env.lines[from]?.search(/\S/) ?? 0, 0);
  const { line, column } = find(env, needle, { line: from, column: 0 }, to) ?? { line: from, column: indent() };
  return { file: env.file, line: line + 1, column: column + 1 };
}

/** Finds the next occurrence of a text between two lines: each call continues after the last one. */
export function locateNext(env: Environment, needle: string, from: number, to: number): Position {
  const key = `${from} ${needle}`;
  const found = find(env, needle, env.reached.get(key) ?? { line: from, column: 0 }, to);
  if (!found) return locate(env, needle, from, to);
  const { line, column } = found;
  env.reached.set(key, { line, column: column + needle.length });
  return { file: env.file, line: line + 1, column: column + 1 };
}

/** Tests whether a backslash precedes it, which makes a character plain text. */
export function isMarked({ lines }: Environment, { line, column }: Position): boolean {
  return lines[line - 1]?.[column - 2] === '\\';
}
