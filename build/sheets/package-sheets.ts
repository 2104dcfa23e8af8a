import { activityTypes } from '../activities.ts';
import { codebook } from './codebook.ts';
import { depotSheet } from './depot.ts';
import { codebookOf } from './depot-sections.ts';
import type { SheetInput } from './package-facts.ts';

/** A file that lies beside a zip, for the trainer. */
export interface Sheet {
  /** Its name, without a folder. */
  readonly name: string;
  readonly text: string;
}

/** The sheets of a package. On the web nobody is told of an answer, so that there is no codebook. */
export function packageSheets(input: SheetInput): Sheet[] {
  const { course, modules, target, file } = input;
  const types = activityTypes();
  const depot = { name: file.replace(/\.zip$/, '.depot.html'), text: depotSheet(input, types) };
  if (target === 'web') return [depot];
  return [{ name: codebookOf(file), text: codebook(modules, target, course.lang, types) }, depot];
}
