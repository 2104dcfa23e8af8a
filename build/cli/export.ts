import { existsSync, readFileSync } from 'node:fs';
import { basename, dirname, join, relative, resolve } from 'node:path';
import { Diagnostics } from '../diagnostics/diagnostics.ts';
import type { ExportFormat, ExportResult } from '../exchange/export/export.ts';
import { overlay } from '../exchange/export/overlay.ts';
import { titleIn, WHOLE, wholeBank } from '../exchange/export/whole-bank.ts';
import { formatterIn } from '../exchange/messages.ts';
import { slashed } from '../files/folder.ts';
import { statOrNull } from '../host/node/stat.ts';
import { writeWhole } from '../host/node/write-whole.ts';
import type { NumberedCourse } from '../model/course.ts';
import { openCourse } from '../open-course.ts';
import { showMistakes } from './build.ts';
import { complain } from './complain.ts';
import type { CommandContext } from './context.ts';
import { findCourse } from './find-course.ts';
import { count, fill, strings } from './strings.ts';
import { writeFault } from './write-fault.ts';

export interface ExportOptions {
  readonly to: ExportFormat;
  readonly out?: string;
  readonly json?: boolean;
}

/** The course or bank to export, opened. */
interface Source {
  /** Name for the file. */
  readonly name: string;
  readonly folder: string;
  readonly course: NumberedCourse;
}

/** Opens a bank as a course with one session, which asks all its questions. */
function openBank(path: string, context: CommandContext, diagnostics: Diagnostics): Source | null {
  let folder = dirname(path);
  while (!existsSync(join(folder, 'course.yaml')) && dirname(folder) !== folder) folder = dirname(folder);
  const yaml = join(folder, 'course.yaml');
  if (!statOrNull(yaml)?.isFile()) return null;
  const whole = wholeBank(readFileSync(yaml, 'utf8'), slashed(relative(folder, path)));
  const changes = new Map<string, string | null>([
    [slashed(yaml), whole.yaml],
    [slashed(join(folder, `${WHOLE}.md`)), whole.session],
    [slashed(join(folder, 'course.lock.yaml')), null],
  ]);
  const { host } = context.engine;
  const engine = { ...context.engine, host: { ...host, files: overlay(host.files, changes) } };
  const course = openCourse(folder, { provisional: true }, engine, diagnostics);
  return course && { name: basename(path, '.md'), folder, course };
}

/** Opens the bank or the course that a name means. @returns a message if there is neither */
function openSource(name: string, context: CommandContext, diagnostics: Diagnostics): Source | string | null {
  const path = context.folders.map((folder) => resolve(folder, name)).find((one) => statOrNull(one)?.isFile());
  if (path !== undefined) return openBank(path, context, diagnostics);
  const found = findCourse(basename(name), context);
  if (typeof found === 'string') return found;
  const course = openCourse(found.folder, { provisional: true }, context.engine, diagnostics);
  return course && { name: basename(found.folder), folder: found.folder, course };
}

/** Returns the title of a file; its name if it has none. */
function titleOf(folder: string, file: string): string {
  const path = join(folder, file);
  return titleIn(statOrNull(path)?.isFile() ? readFileSync(path, 'utf8') : '') ?? basename(file, '.md');
}

async function make({ folder, course }: Source, to: ExportFormat): Promise<ExportResult> {
  const { exportModules } = await import('../exchange/export/export.ts');
  const { lang, variables } = course.source.course.value;
  const titles = new Map<string, string>();
  const categoryOf = (file: string): readonly string[] => {
    const title = titles.get(file) ?? titleOf(folder, file);
    titles.set(file, title);
    return title.split(' › ');
  };
  const picture = (path: string): Uint8Array | undefined => {
    const file = join(folder, path);
    return statOrNull(file)?.isFile() ? readFileSync(file) : undefined;
  };
  const modules = course.modules.map(({ module }) => module);
  return exportModules(modules, to, { lang, variables, categoryOf: ({ at }) => categoryOf(at.file) }, picture);
}

function show(result: ExportResult, path: string, folder: string, options: ExportOptions, context: CommandContext): void {
  const sentence = formatterIn(context.language);
  const file = relative(process.cwd(), path);
  const remarks = result.remarks.map((remark) => ({ ...remark, message: sentence(remark) }));
  if (options.json) {
    context.print(JSON.stringify({ file, made: result.made, remarks }, null, 2));
    return;
  }
  context.print(count('exported', { n: result.made, file }, context.language));
  for (const remark of remarks) {
    const place = `${relative(process.cwd(), join(folder, remark.file))}:${remark.line}`;
    context.print(`${place}  #${remark.id}  ${remark.message}`);
  }
}

/**
 * `cartable export`: writes questions for Moodle. Exit codes: 0 written, and every loss is reported; 1 the sources have errors, or
 * the file exists, and nothing was written.
 */
export async function runExport(name: string, options: ExportOptions, context: CommandContext): Promise<number> {
  const w = strings[context.language];
  const diagnostics = new Diagnostics();
  const source = openSource(name, context, diagnostics);
  if (typeof source === 'string') return complain([source], options, context);
  if (diagnostics.failed) return showMistakes(diagnostics, options, context);
  if (!source) return complain([fill(w.noBank, { file: name })], options, context);
  const path = resolve(process.cwd(), options.out ?? `${source.name}.${options.to === 'gift' ? 'gift' : 'xml'}`);
  if (existsSync(path)) return complain([fill(w.fileExists, { file: relative(process.cwd(), path) })], options, context);
  const result = await make(source, options.to);
  try {
    writeWhole(path, result.text);
  } catch (error) {
    return complain([writeFault(error, context)], options, context);
  }
  show(result, path, source.folder, options, context);
  return 0;
}
