import { analyse } from './analyse/analyse.ts';
import { join } from './join/join.ts';
import type { Found, Message, SourceFile } from './model.ts';
import { namePeople } from './name-people.ts';
import { bilanPage } from './pages/bilan.ts';
import { relevePage } from './pages/releve.ts';
import { readFile } from './read/read-file.ts';
import type { Report } from './report-schema.ts';
import { answersCsv, competenciesCsv, proofsCsv } from './sheets/csv-files.ts';
import { type ReportStrings, type ResultKey, reportStrings } from './strings.ts';

/** Input of a report. */
export interface ReportInput {
  /** Name of the folder, for messages. */
  readonly folder: string;
  /** Files of the folder. */
  readonly files: readonly SourceFile[];
  /** Files named as codebooks or packages. */
  readonly codebooks: readonly SourceFile[];
  readonly packages: readonly SourceFile[];
  readonly anonymous: boolean;
  readonly lang: 'fr' | 'en';
  /** True: a page gives the files, so that messages must not name options of the command. */
  readonly isInPage?: boolean;
}

/** A file to write, by name. */
export interface Output {
  readonly name: string;
  readonly text: string;
}

/** A report, or what prevents it. */
export type Made = { readonly errors: readonly string[] } | { readonly report: Report; readonly outputs: readonly Output[] };

interface Reading {
  readonly found: readonly Found[];
  readonly errors: readonly Message[];
  readonly notes: readonly Message[];
}

async function readAll({ files, codebooks, packages }: ReportInput): Promise<Reading> {
  const found: Found[] = [];
  const errors: Message[] = [];
  const notes: Message[] = [];
  const read = async (file: SourceFile, unknown: (file: string) => void, kind?: Found['kind']): Promise<void> => {
    const before = errors.length;
    const one = await readFile(file, (message) => errors.push(message));
    if (errors.length > before) return;
    if (one.kind === 'unknown' || (kind && one.kind !== kind)) unknown(file.name);
    else found.push(one);
  };
  for (const file of files) await read(file, (name) => notes.push({ key: 'note.ignored', values: { file: name } }));
  for (const file of packages) await read(file, (name) => errors.push({ key: 'error.notPackage', values: { file: name } }), 'package');
  for (const file of codebooks) await read(file, (name) => errors.push({ key: 'error.notCodebook', values: { file: name } }), 'codebook');
  return { found, errors, notes };
}

/** Checks that there is enough for a report. */
function missingIn(found: readonly Found[], folder: string): Message[] {
  const has = (kind: Found['kind']): boolean => found.some((one) => one.kind === kind);
  if (!has('attempts') && !has('details')) return [{ key: 'error.nothing', values: { folder } }];
  return has('codebook') ? [] : [{ key: 'error.codebook', values: { folder } }];
}

/** Keys of messages that have another sentence in a page. */
const IN_PAGE: readonly string[] = ['error.codebook', 'error.other'] satisfies ResultKey[];

function forPage({ key, values }: Message): Message {
  return IN_PAGE.includes(key) ? { key: `${key}.page`, values } : { key, values };
}

function sentences(messages: readonly Message[], strings: ReportStrings): string[] {
  return [...new Set(messages.map(({ key, values }) => strings.format(key as ResultKey, values)))];
}

function outputsOf(report: Report, strings: ReportStrings): Output[] {
  return [
    { name: 'bilan.html', text: bilanPage(report, strings) },
    ...report.people.map(({ sheet }, index) => ({ name: sheet, text: relevePage(report, index, strings) })),
    { name: 'resultats.csv', text: answersCsv(report, strings) },
    { name: 'competences.csv', text: competenciesCsv(report, strings) },
    { name: 'preuves-indicateur-11.csv', text: proofsCsv(report, strings) },
    { name: 'report.json', text: `${JSON.stringify(report)}\n` },
  ];
}

/** Reads downloads, joins them, and makes all files of a report. It writes nothing. */
export async function makeReport(input: ReportInput): Promise<Made> {
  const strings = reportStrings(input.lang);
  const { found, errors, notes } = await readAll(input);
  const missing = errors.length > 0 ? errors : missingIn(found, input.folder);
  const errorsOf = (list: readonly Message[]) => ({ errors: sentences(input.isInPage ? list.map(forPage) : list, strings) });
  if (missing.length > 0) return errorsOf(missing);
  const wrong: Message[] = [];
  const more: Message[] = [];
  const joined = join(
    found,
    (message) => wrong.push(message),
    (message) => more.push(message),
  );
  if (wrong.length === 0 && joined.sessions.length === 0) wrong.push({ key: 'error.nobody', values: { folder: input.folder } });
  if (wrong.length > 0) return errorsOf(wrong);
  // The name of a file may be a learner's.
  const shown = input.anonymous ? [] : [...notes, ...more];
  const report = analyse(joined, namePeople(joined, input.anonymous), input.anonymous, sentences(shown, strings));
  return { report, outputs: outputsOf(report, strings) };
}
