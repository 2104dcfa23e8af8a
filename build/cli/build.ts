import { join, relative } from 'node:path';
import type { Target } from '../../src/model/course/course.ts';
import { type Diagnostic, type Diagnostics, inOrder } from '../diagnostics/diagnostics.ts';
import { SourceLines } from '../files/source-lines.ts';
import type { Memo } from '../memo.ts';
import { targets as allTargets } from '../model/course-file.ts';
import type { BuildRequest } from '../model/request.ts';
import type { BuildOutcome, CheckedRun } from '../model/run.ts';
import { isRequested } from '../model/selection.ts';
import { build, check } from '../pipeline.ts';
import { annotationOf } from './annotations.ts';
import { askedNames } from './asked-names.ts';
import { buildTable } from './build-table.ts';
import type { CommandContext } from './context.ts';
import { frameOf, PLACELESS } from './frames.ts';
import { sharedNames } from './shared-names.ts';
import { count, fill, strings } from './strings.ts';
import { uploadLine } from './upload-line.ts';

export interface BuildOptions {
  readonly target?: readonly string[];
  readonly cohort?: readonly string[];
  readonly out?: string;
  readonly json?: boolean;
  readonly annotations?: boolean;
  readonly frozen?: boolean;
  readonly course?: boolean;
  readonly sheets?: boolean;
}

/** Converts names and options to a request. */
export function requestOf(names: readonly string[], options: BuildOptions, context: CommandContext): BuildRequest {
  const targets = options.target ?? allTargets;
  return {
    modules: context.modules,
    out: options.out ?? join(context.project, 'dist'),
    names: askedNames(names, context),
    targets: targets as readonly Target[],
    cohorts: options.cohort ?? [],
    frozen: options.frozen ?? false,
    coursePackages: options.course ?? true,
    sheets: options.sheets ?? false,
    progress: (done, total, file) => {
      if (!options.json) context.progress(done, total, file);
    },
  };
}

/** Largest number of diagnostics shown: a mistake at the top of a file may cause thousands. */
export const shownDiagnostics = 200;

const SEVERITIES: readonly Diagnostic['severity'][] = ['error', 'warning', 'notice'];

/** Puts errors first and notices last if not all are shown. */
function firstOf(list: readonly Diagnostic[]): readonly Diagnostic[] {
  if (list.length <= shownDiagnostics) return list;
  return [...list].sort((a, b) => SEVERITIES.indexOf(a.severity) - SEVERITIES.indexOf(b.severity)).slice(0, shownDiagnostics);
}

/** Sorts diagnostics of the command itself to the end, next to the prompt. */
function placelessLast(list: readonly Diagnostic[]): readonly Diagnostic[] {
  return [...list.filter(({ code }) => !PLACELESS.has(code)), ...list.filter(({ code }) => PLACELESS.has(code))];
}

/** Shows the diagnostics as annotations of GitHub Actions, and how many are left out; true if there is an error. */
function showAnnotations(diagnostics: Diagnostics, context: CommandContext): boolean {
  const list = inOrder(diagnostics.list);
  for (const one of firstOf(list)) context.print(annotationOf(one, context.language, context.command));
  const more = list.length - shownDiagnostics;
  if (more > 0) context.print(count('more', { n: more }, context.language).trimEnd());
  return diagnostics.failed;
}

/** Shows the diagnostics; true if there is an error. */
export function showDiagnostics(diagnostics: Diagnostics, json: boolean, context: CommandContext): boolean {
  if (json) return diagnostics.failed;
  const list = inOrder(diagnostics.list);
  const sources = new SourceLines(context.engine.host.files);
  for (const one of placelessLast(firstOf(list))) context.complain(frameOf(one, context.language, context.command, sources));
  const more = list.length - shownDiagnostics;
  if (more > 0) context.complain(count('more', { n: more }, context.language));
  const errors = list.filter((diagnostic) => diagnostic.severity === 'error').length;
  if (errors > 0) context.complain(count('errors', { n: errors }, context.language));
  return errors > 0;
}

/** Shows why the sources can't be used, or prints it as JSON. @returns the exit code 1 */
export function showMistakes(diagnostics: Diagnostics, { json = false }: { readonly json?: boolean }, context: CommandContext): 1 {
  if (json) context.print(JSON.stringify({ diagnostics: inOrder(diagnostics.list) }, null, 2));
  else showDiagnostics(diagnostics, false, context);
  return 1;
}

/** Shows the result of a build; the last line names a file to upload. */
function showBuilt({ packages, stale }: BuildOutcome, request: BuildRequest, options: BuildOptions, context: CommandContext): void {
  const w = strings[context.language];
  if (packages.length > 0) context.print(buildTable(packages, context.language));
  else if (options.target) context.print(fill(w.noTarget, { targets: options.target.join(', ') }));
  // Warnings with a position were shown above.
  const warnings = [...new Set(packages.flatMap((report) => report.warnings))].filter((warning) => warning in w);
  for (const warning of warnings) context.print(fill(w.notice, { text: w[warning as keyof typeof w] }));
  for (const line of sharedNames(packages, request.names, context.language)) context.print(line);
  if (stale.length > 0) context.print(`${w.stale}\n  ${stale.join('\n  ')}`);
  context.print(count('built', { n: packages.length, out: relative(process.cwd(), request.out) || '.' }, context.language));
  const upload = uploadLine(packages, request.out, context.language);
  if (upload !== '') context.print(upload);
}

/** `cartable build`. Exit codes: 0 built, 1 an author's mistake. */
export async function runBuild(names: readonly string[], options: BuildOptions, context: CommandContext): Promise<number> {
  const request = requestOf(names, options, context);
  const outcome = await build(request, context.engine);
  const { diagnostics, packages, stale, locks } = outcome;
  // Most builds write no lock, and needn't load the code that calls git.
  if (locks.length > 0) (await import('./written-locks.ts')).reportLocks(locks, context.modules, diagnostics);
  const failed = showDiagnostics(diagnostics, options.json ?? false, context);
  if (options.json) context.print(JSON.stringify({ diagnostics: inOrder(diagnostics.list), packages, stale }, null, 2));
  if (failed) return 1;
  if (!options.json) showBuilt(outcome, request, options, context);
  return 0;
}

function countModules({ requested }: CheckedRun, names: readonly string[]): number {
  return requested.flatMap(({ course }) => course.modules.filter(({ module }) => isRequested(course, module.id, names))).length;
}

/**
 * `cartable validate`: checks everything that a build would check, and writes nothing.
 * @param memo of a process that checks repeatedly
 */
export function runValidate(names: readonly string[], options: BuildOptions, context: CommandContext, memo?: Memo): number {
  const request: BuildRequest = { ...requestOf(names, options, context), checksOnly: true };
  const run = check(request, context.engine, memo);
  const { diagnostics } = run;
  if (options.json) context.print(JSON.stringify({ diagnostics: inOrder(diagnostics.list) }, null, 2));
  if (options.annotations ? showAnnotations(diagnostics, context) : showDiagnostics(diagnostics, options.json ?? false, context)) return 1;
  if (!options.json) context.print(count('valid', { n: countModules(run, request.names) }, context.language));
  return 0;
}
