import { relative } from 'node:path';
import { sourceLine } from '../commands/frames.ts';
import type { Diagnostic } from '../diagnostics.ts';
import { slashed } from '../disk.ts';
import { type Command, type Language, messageOf } from '../messages/format.ts';
import type { ModuleState, ShownDiagnostic } from './settings.ts';
import type { Workshop } from './workshop.ts';

/** For whom it is said. */
export interface Reader {
  /** Folder from which files are named. */
  readonly project: string;
  readonly language: Language;
  /** Writes a command as the user calls it. */
  readonly command: Command;
}

/** Longest line of a source that is shown. */
const WIDEST = 400;

function shown(diagnostic: Diagnostic, { project, language, command }: Reader): ShownDiagnostic {
  const { at, code } = diagnostic;
  const source = sourceLine(at.file, at.line) ?? '';
  return {
    place: `${relative(project, at.file) || at.file}:${at.line}:${at.column}`,
    code,
    ...messageOf(diagnostic, language, command),
    source: source.length > WIDEST ? '' : source,
    column: at.column,
  };
}

/**
 * What is to be said of a course now: all that is wrong in it, and the notices of one module, or of all where none is named.
 */
export function stateOf(workshop: Workshop, course: string, module: string, reader: Reader): ModuleState {
  const { diagnostics = [], good } = workshop.course(course) ?? {};
  const files = good?.modules.find((one) => one.module.id === module)?.files;
  const concerns = ({ at }: Diagnostic): boolean => !files || !good || files.has(slashed(relative(good.source.shown, at.file)));
  const words = (list: readonly Diagnostic[]): ShownDiagnostic[] => list.map((one) => shown(one, reader));
  return {
    revision: workshop.revision(course, module),
    errors: words(diagnostics.filter((one) => one.severity === 'error')),
    notices: words(diagnostics.filter((one) => one.severity !== 'error' && concerns(one))),
  };
}
