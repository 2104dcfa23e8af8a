import { readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import type { Target } from '../../src/model/course.ts';
import { targets as allTargets } from '../course-file.ts';
import { type Diagnostic, Diagnostics, inOrder } from '../diagnostics.ts';
import { type BuildOutcome, buildAll } from '../pipeline.ts';
import { type Kept, prepareAll, wanted } from '../prepare-all.ts';
import type { PreparedCourse } from '../prepare-course.ts';
import type { BuildRequest } from '../request.ts';
import { askedNames } from './asked-names.ts';
import { buildTable } from './build-table.ts';
import type { CommandContext } from './context.ts';
import { frameOf, PLACELESS } from './frames.ts';
import { sharedNames } from './shared-names.ts';
import { uploadLine } from './upload-line.ts';
import { count, say, words } from './words.ts';

export interface BuildOptions {
  readonly target?: readonly string[];
  readonly cohort?: readonly string[];
  readonly out?: string;
  readonly json?: boolean;
  readonly frozen?: boolean;
  readonly course?: boolean;
  readonly sheets?: boolean;
}

/** Turns the command's words into a request. */
export function requestOf(names: readonly string[], options: BuildOptions, context: CommandContext): BuildRequest {
  const targets = options.target ?? allTargets;
  return {
    root: context.root,
    modules: context.modules,
    out: options.out ?? join(context.project, 'dist'),
    names: askedNames(names, context),
    targets: targets as readonly Target[],
    cohorts: options.cohort ?? [],
    frozen: options.frozen ?? false,
    coursePackages: options.course ?? true,
    sheets: options.sheets ?? false,
    stamp: readFileSync(join(context.program, 'made'), 'utf8'),
    progress: (done, total, file) => {
      if (!options.json) context.progress(done, total, file);
    },
  };
}

/** Nobody reads more at once, and a slip at the top of a file makes thousands. */
export const shownDiagnostics = 200;

const SEVERITIES: readonly Diagnostic['severity'][] = ['error', 'warning', 'notice'];

/** The errors first, the notices last, where not all are shown. */
function firstOf(list: readonly Diagnostic[]): readonly Diagnostic[] {
  if (list.length <= shownDiagnostics) return list;
  return [...list].sort((a, b) => SEVERITIES.indexOf(a.severity) - SEVERITIES.indexOf(b.severity)).slice(0, shownDiagnostics);
}

/** Sorts diagnostics of the command itself to the end, next to the prompt. */
function placelessLast(list: readonly Diagnostic[]): readonly Diagnostic[] {
  return [...list.filter(({ code }) => !PLACELESS.has(code)), ...list.filter(({ code }) => PLACELESS.has(code))];
}

/** Shows the diagnostics; true where there is an error. */
export function showDiagnostics(diagnostics: Diagnostics, json: boolean, context: CommandContext): boolean {
  if (json) return diagnostics.failed;
  const list = inOrder(diagnostics.list);
  for (const diagnostic of placelessLast(firstOf(list))) context.complain(frameOf(diagnostic, context.language, context.command));
  const more = list.length - shownDiagnostics;
  if (more > 0) context.complain(count('more', { n: more }, context.language));
  const errors = list.filter((diagnostic) => diagnostic.severity === 'error').length;
  if (errors > 0) context.complain(count('errors', { n: errors }, context.language));
  return errors > 0;
}

/** Shows what was built; the last line names a file to upload. */
function showBuilt({ packages, stale }: BuildOutcome, request: BuildRequest, options: BuildOptions, context: CommandContext): void {
  const w = words[context.language];
  if (packages.length > 0) context.print(buildTable(packages, context.language));
  else if (options.target) context.print(say(w.noTarget, { targets: options.target.join(', ') }));
  // Without words here: said above, with its place.
  const warnings = [...new Set(packages.flatMap((report) => report.warnings))].filter((warning) => warning in w);
  for (const warning of warnings) context.print(say(w.notice, { text: w[warning as keyof typeof w] }));
  for (const line of sharedNames(packages, request.names, context.language)) context.print(line);
  if (stale.length > 0) context.print(`${w.stale}\n  ${stale.join('\n  ')}`);
  context.print(count('built', { n: packages.length, out: relative(process.cwd(), request.out) || '.' }, context.language));
  const upload = uploadLine(packages, request.out, context.language);
  if (upload !== '') context.print(upload);
}

/** `cartable build`. Exit codes: 0 built, 1 an author's mistake. */
export async function runBuild(names: readonly string[], options: BuildOptions, context: CommandContext): Promise<number> {
  const request = requestOf(names, options, context);
  const outcome = await buildAll(request);
  const { diagnostics, packages, stale, locks } = outcome;
  // Most builds write no lock, and need nothing of what asks git.
  if (locks.length > 0) (await import('./written-locks.ts')).reportLocks(locks, context.modules, diagnostics);
  const failed = showDiagnostics(diagnostics, options.json ?? false, context);
  if (options.json) context.print(JSON.stringify({ diagnostics: inOrder(diagnostics.list), packages, stale }, null, 2));
  if (failed) return 1;
  if (!options.json) showBuilt(outcome, request, options, context);
  return 0;
}

function askedModules(course: PreparedCourse, names: readonly string[]): number {
  return course.modules.filter(({ module }) => wanted(course, module.id, names)).length;
}

/**
 * `cartable validate`: everything that a build would check, nothing written.
 * @param kept what an earlier check of the same process left
 */
export function runValidate(names: readonly string[], options: BuildOptions, context: CommandContext, kept?: Kept): number {
  const request: BuildRequest = { ...requestOf(names, options, context), checksOnly: true };
  const diagnostics = new Diagnostics();
  const courses = prepareAll(request, diagnostics, kept);
  if (options.json) context.print(JSON.stringify({ diagnostics: inOrder(diagnostics.list) }, null, 2));
  if (showDiagnostics(diagnostics, options.json ?? false, context)) return 1;
  if (!options.json)
    context.print(count('valid', { n: courses.reduce((sum, course) => sum + askedModules(course, request.names), 0) }, context.language));
  return 0;
}
