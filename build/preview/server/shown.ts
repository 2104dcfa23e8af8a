import { relative } from 'node:path';
import type { Diagnostic } from '../../diagnostics/diagnostics.ts';
import { type Command, type Language, messageOf } from '../../diagnostics/format.ts';
import { slashed } from '../../files/folder.ts';
import { SourceLines } from '../../files/source-lines.ts';
import { nodeFiles } from '../../host/node/files.ts';
import type { ModuleState, ShownDiagnostic } from '../settings.ts';
import type { Workshop } from './workshop.ts';

/** Reader of a message. */
export interface Reader {
  /** Base folder of file names. */
  readonly project: string;
  readonly language: Language;
  /** Formats a command as the user calls it. */
  readonly command: Command;
}

/** Longest source line shown. */
const WIDEST = 400;

function shown(diagnostic: Diagnostic, sources: SourceLines, { project, language, command }: Reader): ShownDiagnostic {
  const { at, code } = diagnostic;
  const source = sources.line(at.file, at.line) ?? '';
  return {
    place: `${relative(project, at.file) || at.file}:${at.line}:${at.column}`,
    code,
    ...messageOf(diagnostic, language, command),
    source: source.length > WIDEST ? '' : source,
    column: at.column,
  };
}

/**
 * Collects the current errors of a course, and the notices of one module, or of all if none is named.
 */
export function stateOf(workshop: Workshop, course: string, module: string, reader: Reader): ModuleState {
  const { diagnostics = [], good } = workshop.course(course) ?? {};
  const files = good?.modules.find((one) => one.module.id === module)?.files;
  const concerns = ({ at }: Diagnostic): boolean => !files || !good || files.has(slashed(relative(good.source.shown, at.file)));
  const sources = new SourceLines(nodeFiles);
  const strings = (list: readonly Diagnostic[]): ShownDiagnostic[] => list.map((one) => shown(one, sources, reader));
  return {
    revision: workshop.revision(course, module),
    errors: strings(diagnostics.filter((one) => one.severity === 'error')),
    notices: strings(diagnostics.filter((one) => one.severity !== 'error' && concerns(one))),
  };
}
