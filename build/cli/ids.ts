import { readFileSync } from 'node:fs';
import { relative } from 'node:path';
import { type Diagnostic, Diagnostics } from '../diagnostics/diagnostics.ts';
import { withCommands } from '../diagnostics/format.ts';
import { writeWhole } from '../host/node/write-whole.ts';
import type { NumberedCourse } from '../model/course.ts';
import { isRequested } from '../model/selection.ts';
import { openCourse } from '../open-course.ts';
import { checkNames } from '../stages/check/check-request.ts';
import { coursesIn } from '../stages/read/course-folders.ts';
import { insertIds } from '../text/insert-ids.ts';
import { askedNames } from './asked-names.ts';
import { showDiagnostics } from './build.ts';
import type { CommandContext } from './context.ts';
import { fill, strings } from './strings.ts';

interface Missing {
  readonly file: string;
  readonly line: number;
  readonly column: number;
  readonly id: string;
}

function missingOf({ at, values }: Diagnostic): Missing {
  return { ...at, id: String(values.suggestion).replace(/[{}#]/g, '') };
}

/** Reads the courses, and keeps the diagnostics of the requested files. @param known collects the courses that could be read */
function findDiagnostics({ modules, engine }: CommandContext, names: readonly string[], known: NumberedCourse[]): Diagnostics {
  const asked = new Diagnostics();
  for (const path of coursesIn(engine.host.files, modules)) {
    const reported = new Diagnostics();
    const course = openCourse(path, { provisional: false }, engine, reported);
    if (course) known.push(course);
    const units = course?.modules.filter(({ module }) => isRequested(course, module.id, names)) ?? [];
    const files = new Set(units.flatMap((unit) => [...unit.files].map((file) => `${path}/${file}`)));
    const isWhole = !course || isRequested(course, null, names);
    for (const one of reported.list) if (isWhole || files.has(one.at.file)) asked.list.push(one);
  }
  return asked;
}

/** Lists positions without an id, each once: a text that two modules include is met twice. */
function findMissing(diagnostics: Diagnostics): Missing[] {
  const found = new Map<string, Missing>();
  for (const diagnostic of diagnostics.list) {
    const { file, line, column } = diagnostic.at;
    const place = `${file}:${line}:${column}`;
    if (diagnostic.code === 'missing-id' && !found.has(place)) found.set(place, missingOf(diagnostic));
  }
  return [...found.values()];
}

function writeIds(missing: readonly Missing[]): void {
  for (const file of new Set(missing.map((one) => one.file))) {
    const { text } = insertIds(
      readFileSync(file, 'utf8'),
      missing.filter((one) => one.file === file),
    );
    writeWhole(file, text);
  }
}

/** `cartable ids`. Exit codes: 0 none is missing, or all were written; 1 some are missing. */
export async function runIds(given: readonly string[], write: boolean, context: CommandContext): Promise<number> {
  const w = strings[context.language];
  const names = askedNames(given, context);
  const known: NumberedCourse[] = [];
  const missing = findMissing(findDiagnostics(context, names, known));
  const unknown = new Diagnostics();
  checkNames(known, names, { file: context.modules, line: 1, column: 1 }, unknown);
  if (showDiagnostics(unknown, false, context)) return 1;
  if (write && missing.length > 0) writeIds(missing);
  const left = write && missing.length > 0 ? findMissing(findDiagnostics(context, names, [])) : missing;
  const done = missing.filter((one) => !left.some(({ file, line }) => file === one.file && line === one.line));
  const list = (some: readonly Missing[]): void => {
    for (const { file, line, column, id } of some) context.print(`${relative(process.cwd(), file)}:${line}:${column}  {#${id}}`);
  };
  list(done);
  if (done.length > 0) context.print(fill(w.idsWritten, { n: done.length }));
  list(left);
  if (left.length > 0) context.print(withCommands(fill(w.idsMissing, { n: left.length }), context.command));
  if (missing.length === 0) context.print(w.idsNone);
  return left.length > 0 ? 1 : 0;
}
