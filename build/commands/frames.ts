import { readFileSync, statSync } from 'node:fs';
import { relative } from 'node:path';
import colours from 'picocolors';
import type { Diagnostic } from '../diagnostics.ts';
import { type Language, messageOf } from '../messages/format.ts';
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
  const stat = statSync(file, { throwIfNoEntry: false });
  if (!stat?.isFile()) return [];
  if (last?.file === file && last.time === stat.mtimeMs) return last.lines;
  try {
    last = { file, time: stat.mtimeMs, lines: readFileSync(file, 'utf8').split(/\r\n|\r|\n/) };
    return last.lines;
  } catch {
    return [];
  }
}

function caret(text: string, column: number): string {
  const from = Math.max(0, column - 1 - WIDEST / 2);
  const shown = text.slice(from, from + WIDEST).replace(/\t/g, ' ');
  return `  ${colours.dim('│')} ${shown}\n  ${colours.dim('│')} ${' '.repeat(Math.max(0, column - 1 - from))}${colours.red('^')}`;
}

/** A diagnostic as the terminal shows it: file:line:column, what is wrong, the line, what to write. */
export function frameOf(diagnostic: Diagnostic, language: Language): string {
  const { at, severity, code } = diagnostic;
  const { problem, write } = messageOf(diagnostic, language);
  const w = words[language];
  const place = `${relative(process.cwd(), at.file) || at.file}:${at.line}:${at.column}`;
  const head = severity === 'error' ? colours.red(w.error) : colours.yellow(w.warning);
  const source = sourceLine(at.file, at.line);
  return [
    `${colours.bold(place)} ${head} ${colours.dim(code)}`,
    `  ${problem}`,
    ...(source ? [caret(source, at.column)] : []),
    `  ${w.write}${language === 'fr' ? ' :' : ':'} ${write}`,
    '',
  ].join('\n');
}
