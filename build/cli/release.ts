import { readdirSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { inOrder } from '../diagnostics/diagnostics.ts';
import { makeFolder } from '../host/node/make-folder.ts';
import { partOf } from '../host/node/part-of.ts';
import { putInPlace } from '../host/node/put-in-place.ts';
import { statOrNull } from '../host/node/stat.ts';
import { isAlive } from '../host/node/sweep.ts';
import { writerOf } from '../host/part-name.ts';
import type { PackageReport } from '../model/report.ts';
import type { BuildOutcome } from '../model/run.ts';
import { build, check } from '../pipeline.ts';
import { isDiskFull } from '../stages/pack/not-writable.ts';
import { type PackageChange, summariesOf } from '../versions/release/changes-page.ts';
import { freeName, type KeptRelease } from '../versions/release/find-release.ts';
import { makeRelease, type ReleaseFiles } from '../versions/release/make-release.ts';
import { type VersionStrings, versionStrings } from '../versions/strings.ts';
import { requestOf, showDiagnostics } from './build.ts';
import { complain } from './complain.ts';
import type { CommandContext } from './context.ts';
import { keptReleases, releasesFolder } from './kept-releases.ts';
import { releaseInput } from './release-input.ts';
import { showWhich } from './release-which.ts';
import { NotComparable } from './version-file.ts';

export interface ReleaseOptions {
  readonly note?: string;
  readonly which?: string;
  readonly json?: boolean;
}

/** Chooses the course. @throws NotComparable if several come into question */
function courseFor(name: string | undefined, context: CommandContext, strings: VersionStrings): string {
  const request = requestOf(name === undefined ? [] : [name], {}, context);
  const [asked] = request.names;
  if (asked !== undefined) return asked.split('/')[0] ?? asked;
  // No course has an empty name: this look opens all of them and resolves none.
  const { folders } = check({ ...request, names: [''], checksOnly: true }, context.engine);
  const ids = folders.flatMap(({ course, path }) => course?.source.course.value.id ?? path.split('/').at(-1) ?? []);
  const [only] = ids;
  if (only === undefined) throw new NotComparable(strings.format('release.noCourse'));
  if (ids.length > 1) throw new NotComparable(strings.format('release.whichCourse', { names: ids.join(', ') }));
  return only;
}

/** Builds the course as `build` does, so that what is kept is what the texts say. Null once mistakes were shown. */
async function built(course: string, options: ReleaseOptions, context: CommandContext): Promise<BuildOutcome | null> {
  const request = requestOf([course], options.json ? { json: true } : {}, context);
  const outcome = await build(request, context.engine);
  const { diagnostics, locks } = outcome;
  if (locks.length > 0) (await import('./written-locks.ts')).reportLocks(locks, context.modules, diagnostics);
  const failed = showDiagnostics(diagnostics, options.json ?? false, context);
  if (failed && options.json) context.print(JSON.stringify({ diagnostics: inOrder(diagnostics.list) }, null, 2));
  return failed ? null : outcome;
}

/** Removes what killed processes left in a folder. */
function sweep(parent: string): void {
  for (const name of statOrNull(parent)?.isDirectory() ? readdirSync(parent) : []) {
    const owner = writerOf(name);
    if (owner !== undefined && !isAlive(owner)) rmSync(join(parent, name), { recursive: true, force: true });
  }
}

/** Writes a kept version as a whole: into a temporary folder, which then gets its name. */
function write({ files, release }: ReleaseFiles, parent: string): string {
  const folder = join(
    parent,
    freeName(release, (name) => statOrNull(join(parent, name)) !== null),
  );
  const part = partOf(folder);
  try {
    sweep(parent);
    rmSync(part, { recursive: true, force: true });
    for (const { name, data } of files) {
      makeFolder(dirname(join(part, name)));
      writeFileSync(join(part, name), data, { flag: 'wx' });
    }
    putInPlace(part, folder);
  } catch (error) {
    rmSync(part, { recursive: true, force: true });
    throw error;
  }
  return folder;
}

/** Lists what changed since the last version, in a line for each session. */
function summary(changes: readonly PackageChange[], since: KeptRelease | undefined, page: string, strings: VersionStrings): string[] {
  if (!since) return [strings.format('release.first')];
  const lines = summariesOf(changes, strings).map(({ title, verdict }) => `  ${title}  ${verdict}`);
  return [strings.format('page.since', { date: strings.date(since.release.date) }), ...lines, page];
}

function show(
  made: ReleaseFiles,
  folder: string,
  isKept: boolean,
  options: ReleaseOptions,
  context: CommandContext,
  strings: VersionStrings,
): void {
  const shown = relative(process.cwd(), folder) || '.';
  const { release, changes, since, page } = made;
  if (options.json) {
    const packages = changes.map(({ file, change }) => ({ file, change: typeof change === 'string' ? change : change.risk }));
    context.print(JSON.stringify({ folder: shown, already: isKept, digest: release.digest, packages }, null, 2));
    return;
  }
  context.print(strings.format(isKept ? 'release.already' : 'release.kept', { folder: shown }));
  if (!isKept) for (const line of summary(changes, since, join(shown, page), strings)) context.print(line);
}

async function keep(name: string | undefined, options: ReleaseOptions, context: CommandContext, strings: VersionStrings): Promise<number> {
  const course = courseFor(name, context, strings);
  const outcome = await built(course, options, context);
  if (!outcome) return 1;
  const [first] = outcome.packages as readonly (PackageReport | undefined)[];
  if (!first) throw new NotComparable(strings.format('release.nothing', { course }));
  const kept = keptReleases(context, strings).filter(({ release }) => release.course === first.course);
  const made = makeRelease(releaseInput(outcome.packages, kept, options.note, context, strings), context.engine);
  const { since } = made;
  if (since?.release.digest === made.release.digest) {
    show(made, since.folder, true, options, context, strings);
    return 0;
  }
  const parent = join(releasesFolder(context), first.course);
  try {
    show(made, write(made, parent), false, options, context, strings);
  } catch (error) {
    // An error without a code is a fault of the program.
    if (isDiskFull(error) || (error as NodeJS.ErrnoException).code === undefined) throw error;
    throw new NotComparable(strings.format('release.notWritable', { folder: relative(process.cwd(), parent) }));
  }
  return 0;
}

/**
 * `cartable release`: builds a course and keeps its packages, or names a kept version. Exit codes: 0 kept, kept before or found;
 * 1 a mistake in the sources, or an unknown version: nothing is written.
 */
export async function runRelease(course: string | undefined, options: ReleaseOptions, context: CommandContext): Promise<number> {
  const strings = versionStrings(context.language);
  try {
    if (options.which === undefined) return await keep(course, options, context, strings);
    showWhich(options.which, options.json ?? false, context, strings);
    return 0;
  } catch (error) {
    if (!(error instanceof NotComparable)) throw error;
    return complain([error.message], options, context);
  }
}
