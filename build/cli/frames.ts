import { relative } from 'node:path';
import type { Code } from '../diagnostics/codes.ts';
import type { Diagnostic } from '../diagnostics/diagnostics.ts';
import { type Command, type Language, messageOf } from '../diagnostics/format.ts';
import { SourceLines } from '../files/source-lines.ts';
import { nodeFiles } from '../host/node/files.ts';
import { OwnTypeError } from '../own-types/own-type-error.ts';
import { colours } from './colours.ts';
import type { CommandContext } from './context.ts';
import { fill, strings } from './strings.ts';

/** Longest source line in a frame. */
const WIDEST = 110;

// Characters that would move the terminal's cursor, change colours or reverse the text.
// biome-ignore lint/suspicious/noControlCharactersInRegex: these are just what is shown.
const UNSEEN = /[\u0000-\u001f\u007f-\u009f\u200e\u200f\u2028-\u202e\u2066-\u2069]/g;

/** Makes foreign text safe for the terminal, without changing its length. */
export function visible(text: string): string {
  return text.replace(UNSEEN, (character) => (character < ' ' ? String.fromCharCode(0x2400 + character.charCodeAt(0)) : '·'));
}

/** Cuts a line to the part around a column that fits, with dots where it continues. */
function caret(text: string, column: number): string {
  const from = Math.max(0, Math.min(column - 1 - WIDEST / 2, text.length - WIDEST));
  const part = text.slice(from, from + WIDEST).replace(/\t/g, ' ');
  const begun = from > 0 ? `…${part.slice(1)}` : part;
  const shown = visible(from + WIDEST < text.length ? `${begun.slice(0, -1)}…` : begun);
  return `  ${colours.dim('│')} ${shown}\n  ${colours.dim('│')} ${' '.repeat(Math.max(0, column - 1 - from))}${colours.red('^')}`;
}

/** Mistakes in the command itself, not in a file. */
export const PLACELESS: ReadonlySet<Code> = new Set(['no-such-name', 'no-such-cohort', 'name-after-cohort']);

/** Describes what stopped a command that goes on watching: where a type of the project failed, or a line on Cartable itself. */
export function failureOf(error: unknown, { language, command }: Pick<CommandContext, 'language' | 'command'>): string {
  if (error instanceof OwnTypeError) return frameOf(error.diagnostic, language, command);
  return fill(strings[language].broken, { why: error instanceof Error ? error.message : String(error) });
}

/**
 * Formats a diagnostic for the terminal: file:line:column, problem, source line, what to write.
 * @param sources shared by all frames, so that each file is read once
 */
export function frameOf(diagnostic: Diagnostic, language: Language, command?: Command, sources = new SourceLines(nodeFiles)): string {
  const { at, severity, code } = diagnostic;
  const { problem, write } = messageOf(diagnostic, language, command);
  const w = strings[language];
  const place = visible(`${relative(process.cwd(), at.file) || at.file}:${at.line}:${at.column}`);
  // A notice isn't a problem: one line is enough.
  if (severity === 'notice') return `${colours.bold(place)} ${colours.cyan(w.note)} ${visible(`${problem} ${write}`)}`;
  const head = severity === 'error' ? colours.red(w.error) : colours.yellow(w.warning);
  const source = sources.line(at.file, at.line);
  return [
    `${PLACELESS.has(code) ? '' : `${colours.bold(place)} `}${head} ${colours.dim(code)}`,
    `  ${visible(problem)}`,
    ...(source ? [caret(source, at.column)] : []),
    `  ${w.write}${language === 'fr' ? ' :' : ':'} ${visible(write)}`,
    '',
  ].join('\n');
}
