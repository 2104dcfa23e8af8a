import { relative } from 'node:path';
import { sourceLine } from '../commands/frames.ts';
import type { Diagnostic } from '../diagnostics.ts';
import { type Language, messageOf } from '../messages/format.ts';
import type { ModuleState, ShownDiagnostic } from './settings.ts';
import type { Workshop } from './workshop.ts';

/** Longest line of a source that is shown. */
const WIDEST = 400;

function shown(diagnostic: Diagnostic, project: string, language: Language): ShownDiagnostic {
  const { at, code } = diagnostic;
  const source = sourceLine(at.file, at.line) ?? '';
  return {
    place: `${relative(project, at.file) || at.file}:${at.line}:${at.column}`,
    code,
    ...messageOf(diagnostic, language),
    source: source.length > WIDEST ? '' : source,
    column: at.column,
  };
}

/** What is to be said of a course now. @param project folder from which files are named */
export function stateOf(workshop: Workshop, course: string, module: string, project: string, language: Language): ModuleState {
  const list = workshop.course(course)?.diagnostics ?? [];
  const words = (severity: Diagnostic['severity']): ShownDiagnostic[] =>
    list.filter((one) => one.severity === severity).map((one) => shown(one, project, language));
  return { revision: workshop.revision(course, module), errors: words('error'), notices: words('warning') };
}
