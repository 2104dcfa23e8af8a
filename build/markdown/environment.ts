import type { Token } from 'markdown-it';
import type { Html } from '../../src/model/activity.ts';
import type { Position } from '../diagnostics.ts';
import type { Code } from '../messages/codes.ts';
import type { InnerLink } from '../source.ts';

/** Reports a diagnostic of the file being parsed. */
export type Report = (code: Code, at: Position, values?: Record<string, string | number>) => void;

/** 0-based; the column is where a text begins. */
interface Place {
  readonly line: number;
  readonly column: number;
}

/** Footnote of a file. */
export interface Footnote {
  readonly at: Position;
  /** Its block tokens, once the file is read. */
  readonly tokens: Token[];
}

/** What the rules of the parser know of the file at hand. Passed as markdown-it's `env`. */
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
  /** `{{name}}` uses, to be checked against the course's variables; `less` where a brace is missing, if the name is one. */
  readonly variables: { readonly name: string; readonly at: Position; readonly less?: true }[];
  /** Turns a relative address into an asset marker, or reports it. */
  readonly asset: (address: string, at: Position) => string;
  /** Width and height of a picture of the course, null where they can't be told. */
  readonly pictureSize: (path: string) => { readonly width: number; readonly height: number } | null;
  /** Markup of a callout of a kind, before and after its content. */
  readonly callout: (kind: string) => readonly [before: string, behind: string];
  /** The lines (0-based, end excluded) of a text that was taken off one and is read by itself: the parser takes it for the first. */
  readonly only?: readonly [from: number, to: number];
  /** How far `locateNext` has come, by block and text. */
  readonly reached: Map<string, Place>;
  /** Footnotes of the file, by name. */
  readonly notes: Map<string, Footnote>;
  /** True while a line is rendered that a form reads by itself. */
  readonly isLine?: true;
  /** True while addresses are rendered as text. */
  readonly isPlain?: boolean;
  /** What stands for `[[…]]` in the rendering under way. */
  readonly blank?: ((content: string) => Html) | undefined;
}

function find({ lines }: Environment, needle: string, { line: from, column: after }: Place, to: number): Place | undefined {
  for (let line = from; line < to; line++) {
    const column = lines[line]?.indexOf(needle, line === from ? after : 0) ?? -1;
    if (column >= 0) return { line, column };
  }
  return undefined;
}

/** Where a piece of text stands between two lines (0-based, end excluded); the first line's start if it isn't found. */
export function locate(env: Environment, needle: string, from: number, to: number): Position {
  const indent = (): number => Math.max(env.lines[from]?.search(/\S/) ?? 0, 0);
  const { line, column } = find(env, needle, { line: from, column: 0 }, to) ?? { line: from, column: indent() };
  return { file: env.file, line: line + 1, column: column + 1 };
}

/** Where a piece of text stands that may stand between two lines more than once: each call finds the one after the last. */
export function locateNext(env: Environment, needle: string, from: number, to: number): Position {
  const key = `${from} ${needle}`;
  const found = find(env, needle, env.reached.get(key) ?? { line: from, column: 0 }, to);
  if (!found) return locate(env, needle, from, to);
  const { line, column } = found;
  env.reached.set(key, { line, column: column + needle.length });
  return { file: env.file, line: line + 1, column: column + 1 };
}

/** Does a mark stand before it, which makes a sign text? */
export function isMarked({ lines }: Environment, { line, column }: Position): boolean {
  return lines[line - 1]?.[column - 2] === '\\';
}
