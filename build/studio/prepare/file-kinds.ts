import type { MadePackage } from '../engine/prepare-calls.ts';
import type { Path } from '../engine/problem.ts';
import type { Key } from '../strings.ts';

/** Whom a file is for. */
export type Receiver = 'moodle' | 'you' | 'course';

/** A file of a packaging, with a name for people. */
export interface KnownFile {
  readonly path: Path;
  readonly label: Key;
  readonly receiver: Receiver;
}

/** Ends of names, with what the file is. The order is that of the list. */
const SHEETS: readonly (readonly [end: RegExp, label: Key])[] = [
  [/\.depot\.html$/, 'prepare.file.depot'],
  [/\.guide\.html$/, 'prepare.file.guide'],
  [/\.conducteur\.html$/, 'prepare.file.conductor'],
  [/\.cahier\.html$/, 'prepare.file.handout'],
  [/\.salle\.html$/, 'prepare.file.room'],
  [/\.accessibilite\.html$/, 'prepare.file.statement'],
  [/\.codebook\.csv$/, 'prepare.file.codebook'],
];

/** Lists the files of a package in the order in which they are used. */
export function filesOf({ path, sheets }: Pick<MadePackage, 'path' | 'sheets'>, isForWeb: boolean): readonly KnownFile[] {
  const own: KnownFile = { path, label: isForWeb ? 'prepare.file.web' : 'prepare.file.package', receiver: 'moodle' };
  const beside = SHEETS.flatMap(([end, label]) => sheets.filter((sheet) => end.test(sheet)).map((sheet) => ({ path: sheet, label })));
  return [own, ...beside.map((one) => ({ ...one, receiver: 'you' as const }))];
}

/** Returns the name of a file without its folders. */
export function nameOf(path: Path): string {
  return path.replace(/^.*\//, '');
}
