import { activityTypes } from '../activities.ts';
import { codebook } from './codebook.ts';
import { depotSheet } from './depot.ts';
import { codebookOf } from './depot-sections.ts';
import type { SheetInput, ZipFacts } from './package-facts.ts';
import type { Papers } from './papers.ts';
import type { Sheet } from './sheet.ts';

/**
 * The sheets of a package, with those that are the same for all targets. On the web nobody is told of an answer, so that there is no codebook.
 * @returns what finishes them once the zip is there; all that does not hang on it is made at once, while the zip's texts are deflated
 */
export function packageSheets(input: SheetInput, papers: Papers | undefined): (zip: ZipFacts) => Sheet[] {
  const { course, modules, retired, target, file } = input;
  const types = activityTypes();
  const answers = target === 'web' ? [] : [{ name: codebookOf(file), data: codebook(modules, retired, target, course.lang, types) }];
  const same = papers?.sheets() ?? [];
  return (zip) => [...answers, { name: file.replace(/\.zip$/, '.depot.html'), data: Buffer.from(depotSheet(input, zip, types)) }, ...same];
}
