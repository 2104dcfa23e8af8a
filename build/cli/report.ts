import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { basename, dirname, join, relative, resolve } from 'node:path';
import { makeFolder } from '../host/node/make-folder.ts';
import { statOrNull } from '../host/node/stat.ts';
import { writeTogether } from '../host/node/write-whole.ts';
import type { Made } from '../results/make-report.ts';
import type { SourceFile } from '../results/model.ts';
import { isDiskFull } from '../stages/pack/not-writable.ts';
import { complain } from './complain.ts';
import type { CommandContext } from './context.ts';
import { oldSheetsRemover } from './old-sheets.ts';
import { pathOf } from './path-of.ts';
import { count, fill, strings } from './strings.ts';

export interface ReportOptions {
  readonly package?: readonly string[];
  readonly codebook?: readonly string[];
  readonly out?: string;
  readonly anonymous?: boolean;
  readonly json?: boolean;
}

/** Largest file that is read, in bytes: a download of 1,000 learners has some 10 MB. */
const LARGEST = 256 * 1024 * 1024;

/** Name of the folder that a report is written to, in the folder of the downloads. */
const OUT = 'bilan';

/** A file or folder that can't be used, with the key of its sentence. */
class UnusableFile extends Error {
  readonly key: 'noSuchFolder' | 'noSuchFile' | 'unreadable' | 'notWritable';
  readonly file: string;

  constructor(key: UnusableFile['key'], file: string) {
    super(file);
    this.key = key;
    this.file = file;
  }
}

function readOne(path: string): SourceFile {
  const stat = statOrNull(path);
  if (!stat?.isFile()) throw new UnusableFile('noSuchFile', path);
  if (stat.size > LARGEST) throw new UnusableFile('unreadable', path);
  try {
    return { name: basename(path), bytes: readFileSync(path) };
  } catch {
    throw new UnusableFile('unreadable', path);
  }
}

/** Reads the files of a folder, not those below it. Names with a dot in front are the system's. */
function filesIn(folder: string): SourceFile[] {
  if (!statOrNull(folder)?.isDirectory()) throw new UnusableFile('noSuchFolder', folder);
  const names = readdirSync(folder).sort();
  const isOurs = (name: string): boolean => !/^[.~]/.test(name) && statOrNull(join(folder, name))?.isFile() === true;
  return names.filter(isOurs).map((name) => readOne(join(folder, name)));
}

/** Finds the codebook that a build has put beside a package. */
function codebookBeside(path: string): string[] {
  const beside = path.replace(/\.zip$/i, '.codebook.csv');
  return beside !== path && existsSync(beside) ? [beside] : [];
}

async function make(folder: string, options: ReportOptions, context: CommandContext): Promise<Made> {
  const packages = (options.package ?? []).map((name) => pathOf(name, context));
  const codebooks = [...packages.flatMap(codebookBeside), ...(options.codebook ?? []).map((name) => pathOf(name, context))];
  const { makeReport } = await import('../results/make-report.ts');
  return makeReport({
    folder: relative(process.cwd(), folder) || '.',
    files: filesIn(folder),
    packages: packages.map(readOne),
    codebooks: [...new Set(codebooks)].map(readOne),
    anonymous: options.anonymous ?? false,
    lang: context.language,
  });
}

/** Writes all files of a report, or none. */
function write({ outputs }: Exclude<Made, { errors: unknown }>, out: string): void {
  const removeOld = oldSheetsRemover(out, new Set(outputs.map(({ name }) => name)));
  try {
    makeFolder(out);
    writeTogether(outputs.map(({ name, text }) => ({ path: join(out, name), data: Buffer.from(text) })));
  } catch (error) {
    if (isDiskFull(error)) throw error;
    throw new UnusableFile('notWritable', out);
  }
  removeOld();
}

/** Shows what was made: counts and paths, never a learner's name. */
function show(made: Exclude<Made, { errors: unknown }>, out: string, options: ReportOptions, context: CommandContext): void {
  const { people, sessions, notes } = made.report;
  const unfinished = sessions.flatMap(({ participations }) => participations.filter(({ state }) => state !== 'done'));
  const open = new Set(unfinished.map(({ person }) => person)).size;
  const page = relative(process.cwd(), join(out, 'bilan.html'));
  if (options.json) {
    const questions = sessions.reduce((sum, session) => sum + session.questions.length, 0);
    const result = { report: page, people: people.length, sessions: sessions.length, questions, unfinished: open, notes: notes.length };
    context.print(JSON.stringify(result, null, 2));
    return;
  }
  const w = strings[context.language];
  context.print(count('reportMade', { n: people.length, page }, context.language));
  if (open > 0) context.print(count('reportOpen', { n: open }, context.language));
  if (notes.length > 0) context.print(count('reportNotes', { n: notes.length }, context.language));
  context.print(w.reportPrivate);
}

/**
 * `cartable report`: makes pages and tables of an LMS's downloads. Exit codes: 0 made; 1 something can't be used, and nothing was
 * written.
 */
export async function runReport(name: string, options: ReportOptions, context: CommandContext): Promise<number> {
  const w = strings[context.language];
  try {
    const folder = pathOf(name, context);
    const out = options.out === undefined ? join(folder, OUT) : resolve(process.cwd(), options.out);
    const made = await make(folder, options, context);
    if ('errors' in made) return complain(made.errors, options, context);
    write(made, out);
    show(made, out, options, context);
    return 0;
  } catch (error) {
    if (!(error instanceof UnusableFile)) throw error;
    return complain([fill(w[error.key], { file: relative(process.cwd(), error.file) || dirname(error.file) })], options, context);
  }
}
