import { join } from 'pathe';
import { type Folder, LARGEST_TEXT, onDisk, whyUnreadable } from './files/folder.ts';
import type { Engine } from './host/engine.ts';
import type { Host } from './host/host.ts';
import type { CourseSource, NumberedCourse, NumberedModule } from './model/course.ts';
import { followers } from './model/followers.ts';
import type { OfFiles, Remembered } from './model/remembered.ts';
import type { PackageReport } from './model/report.ts';
import type { BuildRequest } from './model/request.ts';
import type { CheckedRun } from './model/run.ts';

/**
 * Results of earlier runs of the same process, each with a digest of its inputs.
 * This is the only cache of the engine; a single build from the command line has none.
 */
export class Memo {
  private readonly results = new Map<string, { readonly digest: string; readonly result: unknown }>();

  /**
   * Returns the result kept under a name; undefined if its inputs have changed since.
   * @param digest computes the current digest of the result's inputs
   */
  recall<Result>(name: string, digest: (result: Result) => string): Result | undefined {
    const known = this.results.get(name);
    if (!known) return undefined;
    const result = known.result as Result;
    return digest(result) === known.digest ? result : undefined;
  }

  keep(name: string, digest: string, result: unknown): void {
    this.results.set(name, { digest, result });
  }

  /** Drops everything: the next run starts from scratch. */
  clear(): void {
    this.results.clear();
  }
}

/** Files that are compared by their content. */
const TEXT = /\.(?:md|ya?ml|vtt|txt|svg)$/i;

/** Computes the digest of files of a course. Media count by size and time, so that videos aren't read only to compare them. */
function digestOf(folder: Folder, paths: Iterable<string>, sha256: Host['sha256']): string {
  const parts = [...paths].sort().flatMap((path) => {
    const { files } = folder;
    const file = onDisk(folder, path);
    const facts = files.facts(file);
    const isText = facts?.kind === 'file' && TEXT.test(path) && facts.bytes <= LARGEST_TEXT && whyUnreadable(files, file) === null;
    return [`\0${path}\0`, isText ? files.read(file) : JSON.stringify(facts)];
  });
  return sha256(parts);
}

/** The results of checking single files that a memo has of a course. */
export function rememberedChecks(memo: Memo, { folder, shown }: CourseSource, provisional: boolean, { host, stamp }: Engine): Remembered {
  const { sha256 } = host;
  // What is written in `course.yaml`, the cohorts and the types of the project changes how every file is read.
  const all = digestOf(folder, folder.seen ?? [], sha256) + String(provisional) + stamp;
  const digest = ({ files }: OfFiles): string => digestOf(folder, files, sha256) + all;
  return {
    recall: <Result extends OfFiles>(name: string) => memo.recall<Result>(`${shown} ${name}`, digest),
    keep: (name, result) => memo.keep(`${shown} ${name}`, digest(result), result),
  };
}

/** Adds digests to the modules of a course. @param folder as it was read */
export function withDigests(course: NumberedCourse, folder: Folder, { host, stamp }: Engine): NumberedCourse {
  const { sha256 } = host;
  const { lock } = course;
  const digest = ({ module, files, borrowed, named }: NumberedModule): string => {
    const own = digestOf(folder, [...files, ...(folder.seen ?? [])], sha256);
    const after = followers(course.modules, module.id).map(({ module: { title, minutes, cover, pages } }) => {
      const shown = pages.map(({ only }) => only ?? null);
      return [title, minutes, cover, shown];
    });
    return sha256([own, JSON.stringify([stamp, borrowed, named, after, lock.line, lock.modules[module.id]])]);
  };
  return { ...course, modules: course.modules.map((module) => ({ ...module, digest: digest(module) })) };
}

/** Part of a request that concerns the packages of a module. */
type Wanted = Pick<BuildRequest, 'out' | 'targets' | 'cohorts' | 'sheets'>;

function packedName({ source }: NumberedCourse, { module }: NumberedModule): string {
  return `${source.shown} packed ${module.id}`;
}

/** Only the last build counts, because builds for other requests may have replaced the same files. */
function packedDigest({ digest }: NumberedModule, { out, targets, cohorts, sheets }: Wanted): string {
  return JSON.stringify([digest, out, targets, cohorts, sheets]);
}

/** True if this process last packed the module for the same request, and the packages are unchanged and still there. */
export function isPacked(memo: Memo, course: NumberedCourse, module: NumberedModule, wanted: Wanted, { files }: Host): boolean {
  const packages = memo.recall<readonly string[]>(packedName(course, module), () => packedDigest(module, wanted));
  return packages?.every((file) => files.facts(join(wanted.out, file)) !== null) ?? false;
}

/** Records that a module is packed. @param packages of the module, as files below the output folder */
export function keepPacked(memo: Memo, course: NumberedCourse, module: NumberedModule, wanted: Wanted, packages: readonly string[]): void {
  memo.keep(packedName(course, module), packedDigest(module, wanted), packages);
}

/** Records which modules a run has packed in their current state. */
export function keepRun(memo: Memo, { requested }: CheckedRun, wanted: Wanted, packages: readonly PackageReport[]): void {
  for (const { course, due } of requested) {
    const { id } = course.source.course.value;
    for (const module of due.modules) {
      const own = packages.filter((report) => report.course === id && report.module === module.module.id);
      const files = own.map(({ file }) => file);
      keepPacked(memo, course, module, wanted, files);
    }
  }
}
