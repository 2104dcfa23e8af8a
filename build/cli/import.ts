import { existsSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { basename, dirname, join, relative, resolve } from 'node:path';
import { Diagnostics } from '../diagnostics/diagnostics.ts';
import type { Imported, ImportedFile, Importer, Receiver, Unusable } from '../exchange/import.ts';
import { idsInText, withSessions } from '../exchange/receiver.ts';
import { titleOf } from '../exchange/title.ts';
import { makeFolder } from '../host/node/make-folder.ts';
import { statOrNull } from '../host/node/stat.ts';
import { writeTogether } from '../host/node/write-whole.ts';
import { freeName } from '../model/free-name.ts';
import { slug } from '../model/slug.ts';
import { openCourse } from '../open-course.ts';
import { complain } from './complain.ts';
import type { CommandContext } from './context.ts';
import { findCourse, hasCourses } from './find-course.ts';
import { emptyCourse } from './new-course.ts';
import { pathOf } from './path-of.ts';
import { fill, strings } from './strings.ts';
import { writeFault } from './write-fault.ts';

export interface ImportOptions {
  readonly course?: string;
  readonly as?: 'bank' | 'session';
  readonly json?: boolean;
}

/** A file to write: its path on the disk. */
interface Output {
  readonly path: string;
  readonly data: string | Uint8Array;
}

/** The course that receives the files, and what has to be written to make it. */
interface Course extends Receiver {
  readonly folder: string;
  /** Its `course.yaml`, as it is or will be. */
  readonly yaml: string;
  readonly isNew: boolean;
}

/** Lists the Markdown files of a course. */
function textsIn(folder: string): string[] {
  const names = readdirSync(folder, { recursive: true, encoding: 'utf8' });
  return names.filter((name) => /\.md$/i.test(name) && statOrNull(join(folder, name))?.isFile());
}

/** Lists all ids that a course has, in banks that no session uses too. */
function idsIn(folder: string): string[] {
  return textsIn(folder).flatMap((name) => idsInText(name, readFileSync(join(folder, name), 'utf8')));
}

function existingCourse(folder: string, context: CommandContext): Course | undefined {
  const path = join(folder, 'course.yaml');
  const course = openCourse(folder, { provisional: true }, context.engine, new Diagnostics());
  if (!course || !statOrNull(path)?.isFile()) return undefined;
  const { lang, competencies } = course.source.course.value;
  return {
    folder,
    yaml: readFileSync(path, 'utf8'),
    isNew: false,
    lang,
    ids: [basename(folder), ...idsIn(folder)],
    competencies: competencies.map(({ id }) => id),
    isTaken: (one) => existsSync(join(folder, one)),
  };
}

/** Finds a name for a new folder. One that exists may contain the user's files. */
function freeFolder(parent: string, name: string): string {
  return freeName(name, (one) => existsSync(join(parent, one)));
}

/** Finds the course, or makes one of the first file's name if the project has none yet. @returns a sentence if that isn't possible */
function courseFor(file: string, options: ImportOptions, context: CommandContext): Course | string {
  const found = findCourse(options.course, context);
  if (typeof found !== 'string') {
    const yaml = relative(process.cwd(), join(found.folder, 'course.yaml'));
    return existingCourse(found.folder, context) ?? fill(strings[context.language].brokenCourse, { path: yaml });
  }
  // A course needs a session.
  if (hasCourses(context) || options.as === 'bank') return found;
  const title = options.course ?? titleOf(basename(file));
  // A session can't have the id of its course.
  const own = `${context.language === 'fr' ? 'cours' : 'course'}-${slug(title, 'import')}`;
  const id = freeFolder(context.modules, options.course === undefined ? own : slug(title, own));
  const folder = join(context.modules, id);
  const yaml = emptyCourse({ id, title, folder }, context);
  return { folder, yaml, isNew: true, lang: context.language, ids: [id], competencies: [], isTaken: () => false };
}

/** Reads a file beside an imported one, never outside its folder. */
function besideOf(path: string): NonNullable<ImportedFile['beside']> {
  return (name) => {
    if (/^[a-z][\w+.-]*:|^\/|\\/i.test(name)) return undefined;
    const folder = dirname(path);
    const other = resolve(folder, decodeSafely(name.replace(/[?#].*$/, '')));
    const isInside = !relative(folder, other).startsWith('..');
    return isInside && statOrNull(other)?.isFile() && statSync(other).size <= 40 * 1024 * 1024 ? readFileSync(other) : undefined;
  };
}

function decodeSafely(name: string): string {
  try {
    return decodeURIComponent(name);
  } catch {
    return name;
  }
}

/** Reads a file to import; a sentence if it can't be read. */
function readOne(name: string, largest: number, context: CommandContext): ImportedFile | string {
  const { language } = context;
  const path = pathOf(name, context);
  const shown = relative(process.cwd(), path);
  const stat = statOrNull(path);
  if (!stat?.isFile()) return fill(strings[language].noSuchFile, { file: shown });
  // A larger file is refused by its length; there is no need to read it.
  if (stat.size > largest) return { name: basename(path), bytes: new Uint8Array(largest + 1) };
  try {
    return { name: basename(path), bytes: readFileSync(path), beside: besideOf(path) };
  } catch {
    return fill(strings[language].unreadable, { file: shown });
  }
}

/** Writes all files, or none. */
function writeAll(outputs: readonly Output[], course: Course): void {
  try {
    for (const { path } of outputs) makeFolder(dirname(path));
    writeTogether(outputs.map(({ path, data }) => ({ path, data: Buffer.from(data) })));
  } catch (error) {
    if (course.isNew) rmSync(course.folder, { recursive: true, force: true });
    throw error;
  }
}

async function takeAll(files: readonly ImportedFile[], options: ImportOptions, importer: Importer): Promise<(Imported | Unusable)[]> {
  const results: (Imported | Unusable)[] = [];
  for (const file of files) results.push(await importer.take(file, options.as));
  return results;
}

/** `cartable import`. Exit codes: 0 imported, and every loss is reported; 1 a file or the course can't be used, and nothing was written. */
export async function runImport(names: readonly string[], options: ImportOptions, context: CommandContext): Promise<number> {
  const { Importer, LARGEST_IMPORT } = await import('../exchange/import.ts');
  const { formatterIn } = await import('../exchange/messages.ts');
  const { shownImports, outputsOf } = await import('./import-results.ts');
  const read = names.map((name) => readOne(name, LARGEST_IMPORT, context));
  const unreadable = read.filter((one) => typeof one === 'string');
  if (unreadable.length > 0) return complain(unreadable, options, context);
  const course = courseFor(names[0] ?? '', options, context);
  if (typeof course === 'string') return complain([course], options, context);
  const results = await takeAll(read as ImportedFile[], options, new Importer(course));
  const faults = results.flatMap((one) => ('fault' in one ? [formatterIn(context.language)(one.fault)] : []));
  if (faults.length > 0) return complain(faults, options, context);
  const made = results as Imported[];
  const yaml = withSessions(
    course.yaml,
    made.flatMap(({ session }) => session ?? []),
  );
  const yamlPath = join(course.folder, 'course.yaml');
  if (yaml === null)
    return complain([fill(strings[context.language].noModules, { path: relative(process.cwd(), yamlPath) })], options, context);
  const outputs = outputsOf(made, course.folder, context.language);
  try {
    writeAll([...outputs, ...(yaml === course.yaml && !course.isNew ? [] : [{ path: yamlPath, data: yaml }])], course);
  } catch (error) {
    return complain([writeFault(error, context)], options, context);
  }
  context.print(shownImports(made, outputs, course, options.json ?? false, context));
  return 0;
}
