import type { Html } from '../../../src/model/course/activity.ts';
import { Diagnostics } from '../../diagnostics/diagnostics.ts';
import type { CohortFile, CourseFile } from '../../model/course-file.ts';
import { ownValue } from '../../model/own-value.ts';
import type { ValidModule } from '../../model/source.ts';
import { NoteScope } from './page-notes.ts';
import { createReplacer } from './replace.ts';

/** Resolves the trainer's notes of a module for one cohort, by page; errors in them were reported when they were read. */
export function resolveNotes(
  module: ValidModule,
  file: CourseFile,
  cohort: CohortFile | undefined,
): Readonly<Record<string, readonly Html[]>> {
  const variables = { ...file.variables, ...cohort?.variables };
  const pages = new Set(module.pages.map(({ id }) => id));
  const resolved = module.pages.map(({ id, at }): [string, readonly Html[]] => {
    const replace = createReplacer({ variables, tokens: [], at, lang: file.lang, pages, diagnostics: new Diagnostics() });
    const scope = new NoteScope(`${id}_notes`, file.lang);
    return [id, (ownValue(module.notes, id) ?? []).map((note) => scope.whole(replace(note)))];
  });
  return Object.fromEntries(resolved.filter(([, notes]) => notes.length > 0));
}
