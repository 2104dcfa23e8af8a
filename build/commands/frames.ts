import { readFileSync } from 'node:fs';
import { relative } from 'node:path';
import type { Diagnostic } from '../diagnostics.ts';
import { LARGEST_TEXT } from '../disk.ts';
import type { Code } from '../messages/codes.ts';
import { type Command, type Language, messageOf } from '../messages/format.ts';
import { statOrNull } from '../stat.ts';
import { colours } from './colours.ts';
import { words } from './words.ts';

/** Longest source line that a frame shows. */
const WIDEST = 110;

/** A line of a source file, null where it can't be read. @param line counts from 1 */
export function sourceLine(file: string, line: number): string | null {
  return linesOf(file)[line - 1] ?? null;
}

/** The file shown last: what is wrong in a file is told in one go. */
let last: { readonly file: string; readonly time: number; readonly lines: readonly string[] } | undefined;

function linesOf(file: string): readonly string[] {
  const stat = statOrNull(file);
  // Of a package that can't be replaced nobody wants to see a line.
  if (!stat?.isFile() || stat.size > LARGEST_TEXT) return [];
  if (last?.file === file && last.time === stat.mtimeMs) return last.lines;
  try {
    const bytes = readFileSync(file);
    const lines = bytes.includes(0) ? [] : bytes.toString('utf8').split(/\r\n|\r|\n/);
    last = { file, time: stat.mtimeMs, lines };
    return last.lines;
  } catch {
    return [];
  }
}

// Signs that would move the cursor, colour what follows or turn it around: a terminal does what they say.
// biome-ignore lint/suspicious/noControlCharactersInRegex: these are just what is shown.
const UNSEEN = /[\u0000-\u001f\u007f-\u009f\u200e\u200f\u2028-\u202e\u2066-\u2069]/g;

/** A text of somebody else for the terminal, as long as it was. */
export function visible(text: string): string {
  return text.replace(UNSEEN, (sign) => (sign < ' ' ? String.fromCharCode(0x2400 + sign.charCodeAt(0)) : '·'));
}

/** The line, or as much of it around a column as fits: dots stand where it goes on. */
function caret(text: string, column: number): string {
  const from = Math.max(0, Math.min(column - 1 - WIDEST / 2, text.length - WIDEST));
  const part = text.slice(from, from + WIDEST).replace(/\t/g, ' ');
  const begun = from > 0 ? `…${part.slice(1)}` : part;
  const shown = visible(from + WIDEST < text.length ? `${begun.slice(0, -1)}…` : begun);
  return `  ${colours.dim('│')} ${shown}\n  ${colours.dim('│')} ${' '.repeat(Math.max(0, column - 1 - from))}${colours.red('^')}`;
}

/** Mistakes in the command itself: no file has them. */
export const PLACELESS: ReadonlySet<Code> = new Set(['no-such-name', 'no-such-cohort', 'name-after-cohort']);

/** A diagnostic as the terminal shows it: file:line:column, what is wrong, the line, what to write. */
export function frameOf(diagnostic: Diagnostic, language: Language, command?: Command): string {
  const { at, severity, code } = diagnostic;
  const { problem, write } = messageOf(diagnostic, language, command);
  const w = words[language];
  const place = visible(`${relative(process.cwd(), at.file) || at.file}:${at.line}:${at.column}`);
  // Nothing is wrong there: a line of its own is enough.
  if (severity === 'notice') return `${colours.bold(place)} ${colours.cyan(w.note)} ${visible(`${problem} ${write}`)}`;
  const head = severity === 'error' ? colours.red(w.error) : colours.yellow(w.warning);
  const source = sourceLine(at.file, at.line);
  return [
    `${PLACELESS.has(code) ? '' : `${colours.bold(place)} `}${head} ${colours.dim(code)}`,
    `  ${visible(problem)}`,
    ...(source ? [caret(source, at.column)] : []),
    `  ${w.write}${language === 'fr' ? ' :' : ':'} ${visible(write)}`,
    '',
  ].join('\n');
}
