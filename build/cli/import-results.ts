import { join, relative } from 'node:path';
import type { Imported } from '../exchange/import.ts';
import { formatterIn } from '../exchange/messages.ts';
import { reportName } from '../exchange/receiver.ts';
import { reportData, reportText } from '../exchange/report.ts';
import { slashed } from '../files/folder.ts';
import type { CommandContext } from './context.ts';
import { fill, strings } from './strings.ts';

/** A file that an import writes. */
interface Output {
  readonly path: string;
  readonly data: string | Uint8Array;
}

/** Lists the files of imports, with their reports. */
export function outputsOf(made: readonly Imported[], folder: string, language: CommandContext['language']): Output[] {
  return made.flatMap((one) => [
    ...one.files.map(({ path, data }) => ({ path: join(folder, path), data })),
    { path: join(folder, reportName(one)), data: reportText(one, language) },
  ]);
}

/** Formats what was imported, for the terminal. */
export function shownImports(
  made: readonly Imported[],
  outputs: readonly Output[],
  course: { readonly folder: string; readonly isNew: boolean },
  isJson: boolean,
  context: CommandContext,
): string {
  const { language } = context;
  const shown = (path: string): string => slashed(relative(process.cwd(), path));
  if (isJson) {
    const imports = made.map((one) => ({ ...reportData(one, language), report: reportName(one) }));
    return JSON.stringify({ course: shown(course.folder), isNew: course.isNew, imports }, null, 2);
  }
  const sentence = formatterIn(language);
  const lines = made.flatMap((one) => {
    const report = shown(join(course.folder, reportName(one)));
    const review = one.remarks.filter(({ level }) => level === 'review').length;
    return [
      sentence({ key: one.found === 0 ? 'done.none' : 'done.count', values: { n: one.found, file: one.name, made: one.made } }),
      ...(one.found > one.made ? [sentence({ key: 'done.refused', values: { n: one.found - one.made, report } })] : []),
      ...(review > 0 ? [sentence({ key: 'done.review', values: { n: review, report } })] : []),
    ];
  });
  const w = strings[language];
  const next = context.command(made.some(({ session }) => session !== undefined) ? 'preview' : 'validate');
  return [...lines, w.made, ...outputs.map(({ path }) => `  ${shown(path)}`), fill(w.next, { command: next })].join('\n');
}
