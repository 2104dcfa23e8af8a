import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Target } from '../src/model/course.ts';
import { activityTypes } from './activities.ts';
import type { BuiltModule, RenderedModule } from './built.ts';
import { courseTargets } from './course-file.ts';
import { coursesIn } from './course-folders.ts';
import { Diagnostics } from './diagnostics.ts';
import { fingerprintOf } from './fingerprint.ts';
import { type Earlier, isComplete, makePackage, type PackagePlan } from './make-package.ts';
import { typography } from './markdown/typography.ts';
import { mergeReports } from './merge-reports.ts';
import { reportNotReadable } from './not-readable.ts';
import { reportNotWritable } from './not-writable.ts';
import { cohortsOf, type Kept, prepareAll, wanted } from './prepare-all.ts';
import type { PreparedCourse, PreparedModule } from './prepare-course.ts';
import { type PackageReport, readReport, timeOf } from './report.ts';
import type { BuildRequest } from './request.ts';
import { resolveNotes } from './resolve/notes.ts';
import { resolveWhole } from './resolve/resolve-whole.ts';
import type { Cohort } from './resolve/resolver.ts';
import { resolvePrepared } from './resolve-prepared.ts';
import { takeResolved } from './resolved.ts';
import { coursePapers, type ModulePapers, modulePapers, type PapersInput } from './sheets/papers.ts';
import { retiredParts } from './sheets/retired.ts';
import type { Sheet } from './sheets/sheet.ts';
import type { ValidModule } from './source.ts';
import { reportTooLarge } from './stages/package.ts';
import { renderModule } from './stages/render.ts';
import { resolveCourse } from './stages/resolve.ts';
import { standardOf } from './standard.ts';
import { isOvertaken, type WrittenLock, writeLocks } from './write-locks.ts';
import { writeWhole } from './write-whole.ts';

export interface BuildOutcome {
  readonly diagnostics: Diagnostics;
  /** Packages that this run was asked for. */
  readonly packages: readonly PackageReport[];
  readonly stale: readonly string[];
  /** Locks that it has written. */
  readonly locks: readonly WrittenLock[];
}

function resolveFor(course: PreparedCourse, prepared: PreparedModule, cohort: Cohort | null, diagnostics: Diagnostics): BuiltModule {
  return takeResolved(prepared, cohort) ?? resolvePrepared(course, prepared, cohort, diagnostics);
}

/** A module of a prepared course for one cohort, ready for any target. */
export function renderFor(
  course: PreparedCourse,
  prepared: PreparedModule,
  cohort: Cohort | null,
  diagnostics: Diagnostics,
): RenderedModule {
  const { source } = course;
  const built = resolveFor(course, prepared, cohort, diagnostics);
  return renderModule(built, resolveCourse(source.course.value, cohort), source.folder, activityTypes());
}

/** What the papers of a course or of one of its modules hang on for a cohort. */
function papersInput({ source }: PreparedCourse, cohort: Cohort | null, title: string | undefined, module?: ValidModule): PapersInput {
  const file = source.course.value;
  const { contact } = { ...file.variables, ...cohort?.file.variables };
  return {
    course: resolveCourse(file, cohort),
    cohort: title,
    notes: module ? resolveNotes(module, file, cohort?.file) : {},
    contact: contact === undefined ? undefined : typography(contact, file.lang),
    folder: source.folder,
  };
}

/** The sheets of a module for one cohort. */
export function sheetsFor(course: PreparedCourse, prepared: PreparedModule, cohort: Cohort | null): readonly Sheet[] {
  const title = cohort ? typography(cohort.file.title, course.source.course.value.lang) : undefined;
  const built = resolveFor(course, prepared, cohort, new Diagnostics());
  return modulePapers(built, papersInput(course, cohort, title, prepared.module)).sheets();
}

/** A course that is one SCO for one cohort, ready for any target. */
export function renderWhole(course: PreparedCourse, cohort: Cohort | null): RenderedModule {
  const resolved = resolveCourse(course.source.course.value, cohort);
  return renderModule(resolveWhole(course, cohort, new Diagnostics()), resolved, course.source.folder, activityTypes());
}

/** Is a package of this module due? One that was not read again has its package from before. */
function isDue(course: PreparedCourse, { module }: PreparedModule, request: BuildRequest): boolean {
  return course.fresh.has(module.id) && wanted(course, module.id, request.names);
}

/** Targets of the package of the whole course; none where it is not due. */
function wholeTargets(course: PreparedCourse, { coursePackages, names, targets }: BuildRequest): readonly Target[] {
  const made = courseTargets(course.source.course.value);
  return coursePackages && wanted(course, null, names) ? targets.filter((target) => made.includes(target)) : [];
}

/** The packages of one course, a module's right after it was rendered, the course's last. */
function* plansOf(course: PreparedCourse, request: BuildRequest): Generator<PackagePlan> {
  const file = course.source.course.value;
  const targets = request.targets.filter((target) => file.targets.includes(target));
  const wholes = wholeTargets(course, request);
  const whole = wholes.length > 0;
  const several = whole && !course.chapters;
  const cohorts = cohortsOf(course, request.cohorts);
  const retired = retiredParts(course.lock);
  const again = cohorts.length > 1 || new Set([...targets, ...wholes].map(standardOf)).size > 1;
  for (const cohort of cohorts) {
    const resolved = resolveCourse(file, cohort);
    const named = cohort ? { name: cohort.name, title: typography(cohort.file.title, file.lang) } : undefined;
    const kept: RenderedModule[] = [];
    const chapters: ModulePapers[] = [];
    const plan = { course: resolved, cohort: named, retired };
    for (const prepared of course.modules) {
      const own = isDue(course, prepared, request);
      if (!own && !several && !(whole && request.sheets)) continue;
      const built = resolveFor(course, prepared, cohort, new Diagnostics());
      const papers = request.sheets ? modulePapers(built, papersInput(course, cohort, named?.title, prepared.module)) : undefined;
      if (whole && papers) chapters.push(papers);
      if (!own && !several) continue;
      const rendered = renderModule(built, resolved, course.source.folder, activityTypes());
      const module: RenderedModule = again ? { ...rendered, again } : rendered;
      if (several) kept.push(module);
      if (own) for (const target of targets) yield { ...plan, modules: [module], target, whole: false, ...(papers && { papers }) };
    }
    if (!whole) continue;
    if (!several) kept.push(renderWhole(course, cohort));
    const papers = request.sheets && { papers: coursePapers(chapters, papersInput(course, cohort, named?.title)) };
    for (const target of wholes) yield { ...plan, modules: kept, target, whole: true, ...papers };
  }
}

function planCount(course: PreparedCourse, request: BuildRequest): number {
  const modules = course.modules.filter((module) => isDue(course, module, request)).length;
  const targets = request.targets.filter((target) => course.source.course.value.targets.includes(target)).length;
  return cohortsOf(course, request.cohorts).length * (targets * modules + wholeTargets(course, request).length);
}

/** Zips under way at once: deflate runs beside the program on the second core. */
const AT_ONCE = 2;

async function pack(plans: Iterable<PackagePlan>, request: BuildRequest, before: Earlier, total: number): Promise<PackageReport[]> {
  const reports: PackageReport[] = [];
  const under = new Set<Promise<void>>();
  for (const plan of plans) {
    const task: Promise<void> = makePackage(plan, request, before).then((report) => {
      reports.push(report);
      under.delete(task);
      request.progress(reports.length, total, report.file);
    });
    under.add(task);
    if (under.size >= AT_ONCE) await Promise.race(under);
  }
  await Promise.all(under);
  return reports.sort((a, b) => (a.file < b.file ? -1 : 1));
}

/**
 * Builds what was asked for. Nothing is written while anything is wrong; each zip appears whole, in the
 * place of the last good one.
 * @param kept what an earlier build of the same process left: only what changed since is read and packed
 */
export async function buildAll(request: BuildRequest, kept?: Kept): Promise<BuildOutcome> {
  const diagnostics = new Diagnostics();
  const fingerprint = kept ? undefined : fingerprintOf(request);
  const same = fingerprint && unchanged(request, fingerprint());
  if (same) return { diagnostics, ...same, locks: [] };
  const courses = prepareAll(request, diagnostics, kept);
  const nothing = { diagnostics, packages: [], stale: [], locks: [] };
  if (diagnostics.failed) return nothing;
  // Another build has given numbers meanwhile: those of this one would take their places.
  if (courses.some(isOvertaken)) return buildAll(request, kept);
  try {
    return { diagnostics, ...(await write(courses, request, diagnostics, fingerprint)) };
  } catch (error) {
    if (
      !reportTooLarge(error, diagnostics) &&
      !reportNotWritable(error, request.out, diagnostics) &&
      !reportNotReadable(error, request.modules, diagnostics)
    )
      throw error;
    return nothing;
  }
}

/** Writes locks, packages and report. */
async function write(
  courses: readonly PreparedCourse[],
  request: BuildRequest,
  diagnostics: Diagnostics,
  fingerprint: (() => string) | undefined,
): Promise<Omit<BuildOutcome, 'diagnostics'>> {
  mkdirSync(request.out, { recursive: true });
  const path = join(request.out, 'build.json');
  const time = timeOf(path);
  const old = readReport(path);
  const locks = writeLocks(courses, request, (course) => planCount(course, request) > 0);
  // Who once asked for the guide must not find an old one beside a new zip.
  const sheets = request.sheets || old.packages.some(({ papers }) => papers !== undefined);
  const total = courses.reduce((sum, course) => sum + planCount(course, request), 0);
  function* plans(): Generator<PackagePlan> {
    for (const course of courses) yield* plansOf(course, { ...request, sheets });
  }
  const reports = new Map(old.packages.map((report) => [report.file, report]));
  const packages = await pack(plans(), request, { reports, time }, total);
  // Of a course that could not be read, nobody knows what it still has.
  const isWhole = coursesIn(request.modules).length === courses.length;
  // Another build of other modules may have reported meanwhile.
  const latest = timeOf(path) === time ? old : readReport(path);
  const report = mergeReports(latest, packages, isWhole ? courses : null, request.out);
  const quiet = fingerprint && diagnostics.list.every(({ severity }) => severity === 'notice');
  const last = quiet ? { last: { fingerprint: fingerprint(), files: packages.map(({ file }) => file) } } : {};
  writeWhole(path, `${JSON.stringify({ ...report, ...last }, null, 2)}\n`);
  return { packages, stale: report.stale, locks };
}

/** What the last build made, where it was the same build and all of it is still there. */
function unchanged(request: BuildRequest, fingerprint: string): Pick<BuildOutcome, 'packages' | 'stale'> | null {
  const path = join(request.out, 'build.json');
  const time = timeOf(path);
  const { packages, stale, last } = readReport(path);
  if (last?.fingerprint !== fingerprint) return null;
  const mine = packages.filter(({ file }) => last.files.includes(file));
  return mine.length === last.files.length && mine.every((one) => isComplete(request.out, one, time)) ? { packages: mine, stale } : null;
}
