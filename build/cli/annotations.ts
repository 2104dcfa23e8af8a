import { relative } from 'node:path';
import type { Diagnostic } from '../diagnostics/diagnostics.ts';
import { type Command, type Language, messageOf } from '../diagnostics/format.ts';
import { slashed } from '../files/folder.ts';
import { PLACELESS, visible } from './frames.ts';

/** Escapes a text for GitHub's workflow commands, in which a line end would end the command. */
function data(text: string): string {
  return text.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A');
}

/** Escapes the value of a property, which a colon or a comma would end. */
function property(value: string | number): string {
  return data(String(value)).replaceAll(':', '%3A').replaceAll(',', '%2C');
}

/** Folder of the repository on a machine of GitHub Actions; elsewhere, the current one. */
function repository(): string {
  return process.env.GITHUB_WORKSPACE ?? process.cwd();
}

/**
 * Formats a diagnostic as a workflow command of GitHub Actions, which shows it at the line of the text.
 * @param home folder in which the path of the file starts
 */
export function annotationOf(diagnostic: Diagnostic, language: Language, command?: Command, home = repository()): string {
  const { at, code, severity } = diagnostic;
  const { problem, write } = messageOf(diagnostic, language, command);
  const place = PLACELESS.has(code) ? {} : { file: slashed(relative(home, at.file)), line: at.line, col: at.column };
  const properties = Object.entries({ ...place, title: code }).map(([key, value]) => `${key}=${property(value)}`);
  return `::${severity} ${properties.join(',')}::${data([problem, write].map(visible).join('\n'))}`;
}
