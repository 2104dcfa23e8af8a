import type { Html } from '../../src/model/activity.ts';
import type { CohortFile, CourseFile } from '../course-file.ts';
import { Diagnostics } from '../diagnostics.ts';
import { ownValue } from '../own-value.ts';
import type { ValidModule } from '../source.ts';
import { NoteScope } from './page-notes.ts';
import { createReplacer } from './replace.ts';

/** The trainer's notes of a module as one cohort has them, by page; what is wrong in them was reported when they were read. */
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
