import { existsSync, mkdirSync, readdirSync, renameSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import type { Target } from '../src/model/course.ts';
import { activityTypes } from './activities.ts';
import type { BuildRequest } from './request.ts';
import type { RenderedModule } from './built.ts';
import { Diagnostics } from './diagnostics.ts';
import { makePackage, type PackagePlan } from './make-package.ts';
import { nearest } from './nearest.ts';
import { LOCK_FILE, type PreparedCourse, type PreparedModule, prepareCourse } from './prepare-course.ts';
import { type BuildReport, type PackageReport, readReport } from './report.ts';
import { checkState, measureState } from './saved-state.ts';
import { renderModule } from './stages/render.ts';
import { type Cohort, resolveCourse, resolveModule } from './stages/resolve.ts';

export interface BuildOutcome {
  readonly diagnostics: Diagnostics;
  /** Packages that this run was asked for. */
  readonly packages: readonly PackageReport[];
  readonly stale: readonly string[];
}

/** Folders of a modules' folder that hold a `course.yaml`. */
export function coursesIn(path: string): string[] {
  if (!existsSync(path)) return [];
  return readdirSync(path, { withFileTypes: true })
    .filter((entry) => entry.isDirectory() && existsSync(join(path, entry.name, 'course.yaml')))
    .map((entry) => join(path, entry.name))
    .sort();
}

function cohortsOf(course: PreparedCourse, names: readonly string[]): (Cohort | null)[] {
  const all: (Cohort | null)[] = [null, ...course.source.cohorts.map(({ name, file }) => ({ name, file: file.value }))];
  return names.length === 0 ? all : all.filter((cohort) => names.includes(cohort?.name ?? 'base'));
}

/** Everything that can be wrong in one module for one cohort; the result is made again when it is packed. */
function checkModule(course: PreparedCourse, { module, numbers, at }: PreparedModule, cohort: Cohort | null, targets: readonly Target[], diagnostics: Diagnostics): void {
  const file = course.source.course.value;
  const types = activityTypes();
  const { content } = resolveModule(module, { file, course: resolveCourse(file, cohort), cohort, types, numbers, diagnostics });
  const size = measureState(content, types);
  const [first] = targets;
  if (first && cohort === null) checkState(content, size, file.profile, first, types, at, diagnostics);
}

function rendered(course: PreparedCourse, { module, numbers }: PreparedModule, cohort: Cohort | null, diagnostics: Diagnostics): RenderedModule {
  const file = course.source.course.value;
  const types = activityTypes();
  const resolved = resolveCourse(file, cohort);
  return renderModule(resolveModule(module, { file, course: resolved, cohort, types, numbers, diagnostics }), resolved, course.source.folder, types);
}

/** Is this course, or this module of it, asked for? */
function wanted(course: PreparedCourse, module: string | null, names: readonly string[]): boolean {
  if (names.length === 0 || names.includes(course.source.course.value.id) || names.includes(basename(course.source.shown))) return true;
  return module !== null && names.includes(module);
}

/** The packages of one course, a module's right after it was rendered, the course's last. */
function* plansOf(course: PreparedCourse, request: BuildRequest): Generator<PackagePlan> {
  const file = course.source.course.value;
  const targets = request.targets.filter((target) => file.targets.includes(target));
  const whole = request.coursePackages && wanted(course, null, request.names);
  for (const cohort of cohortsOf(course, request.cohorts)) {
    const resolved = resolveCourse(file, cohort);
    const kept: RenderedModule[] = [];
    for (const prepared of course.modules) {
      if (!wanted(course, prepared.module.id, request.names)) continue;
      const module = rendered(course, prepared, cohort, new Diagnostics());
      if (whole) kept.push(module);
      for (const target of targets) yield { course: resolved, cohort: cohort?.name, modules: [module], target, whole: false };
    }
    if (whole) for (const target of targets) yield { course: resolved, cohort: cohort?.name, modules: kept, target, whole: true };
  }
}

function planCount(course: PreparedCourse, request: BuildRequest): number {
  const modules = course.modules.filter(({ module }) => wanted(course, module.id, request.names)).length;
  const whole = request.coursePackages && wanted(course, null, request.names) ? 1 : 0;
  const targets = request.targets.filter((target) => course.source.course.value.targets.includes(target)).length;
  return cohortsOf(course, request.cohorts).length * targets * (modules + whole);
}

/** Zips under way at once: deflate runs beside the program on the second core. */
const AT_ONCE = 4;

async function pack(plans: Iterable<PackagePlan>, request: BuildRequest, old: BuildReport, total: number): Promise<PackageReport[]> {
  const reports: PackageReport[] = [];
  const under = new Set<Promise<void>>();
  const before = new Map(old.packages.map((report) => [report.file, report]));
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

function writeWhole(path: string, text: string): void {
  writeFileSync(`${path}.tmp`, text);
  renameSync(`${path}.tmp`, path);
}

function checkNames(courses: readonly PreparedCourse[], request: BuildRequest, diagnostics: Diagnostics): void {
  const at = { file: request.modules, line: 1, column: 1 };
  const modules = courses.flatMap((course) => course.source.course.value.modules);
  const known = [...courses.flatMap((course) => [course.source.course.value.id, basename(course.source.shown)]), ...modules];
  for (const name of request.names) if (!known.includes(name)) diagnostics.error('no-such-name', at, { name, near: nearest(name, known) });
  const cohorts = ['base', ...courses.flatMap((course) => course.source.cohorts.map((cohort) => cohort.name))];
  for (const name of request.cohorts) if (!cohorts.includes(name)) diagnostics.error('no-such-cohort', at, { name, near: nearest(name, cohorts) });
}

/** Read, validate, lock, and resolve once for each cohort: all that can be reported before the first zip. */
export function prepareAll(request: BuildRequest, diagnostics: Diagnostics): PreparedCourse[] {
  const paths = coursesIn(request.modules);
  if (paths.length === 0) diagnostics.error('no-course', { file: request.modules, line: 1, column: 1 }, { path: request.modules });
  const old = readReport(join(request.out, 'build.json'));
  const courses = paths.flatMap((path) => {
    const builtBefore = old.packages.filter((report) => report.course === basename(path)).flatMap((report) => report.module ?? []);
    const course = prepareCourse(path, { provisional: false, builtBefore }, diagnostics);
    return course ? [course] : [];
  });
  if (diagnostics.failed) return courses;
  checkNames(courses, request, diagnostics);
  for (const course of courses) {
    const local = diagnostics.below(course.source.shown);
    if (course.newLock !== undefined && request.frozen) local.error('lock-out-of-date', { file: LOCK_FILE, line: 1, column: 1 });
    for (const module of course.modules) for (const cohort of cohortsOf(course, request.cohorts)) checkModule(course, module, cohort, request.targets, local);
  }
  return courses;
}

/**
 * Builds what was asked for. Nothing is written while anything is wrong; each zip appears whole, in the
 * place of the last good one.
 */
export async function buildAll(request: BuildRequest): Promise<BuildOutcome> {
  const diagnostics = new Diagnostics();
  const courses = prepareAll(request, diagnostics);
  if (diagnostics.failed) return { diagnostics, packages: [], stale: [] };
  mkdirSync(request.out, { recursive: true });
  const path = join(request.out, 'build.json');
  const old = readReport(path);
  for (const course of courses) if (course.newLock !== undefined) writeWhole(join(course.source.folder.root, LOCK_FILE), course.newLock);
  const total = courses.reduce((sum, course) => sum + planCount(course, request), 0);
  function* plans(): Generator<PackagePlan> {
    for (const course of courses) yield* plansOf(course, request);
  }
  const packages = await pack(plans(), request, old, total);
  const report = mergeReports(old, packages, courses, request.out);
  writeWhole(path, `${JSON.stringify(report, null, 2)}\n`);
  return { diagnostics, packages, stale: report.stale };
}

/** New reports over old ones; what belongs to nothing any more is listed as stale. */
function mergeReports(old: BuildReport, packages: readonly PackageReport[], courses: readonly PreparedCourse[], out: string): BuildReport {
  const fresh = new Set(packages.map((report) => report.file));
  const exists = ({ course, module, cohort }: PackageReport): boolean => {
    const found = courses.find((one) => one.source.course.value.id === course);
    const file = found?.source.course.value;
    if (!found || !file) return false;
    return (module === undefined || file.modules.includes(module)) && (cohort === undefined || found.source.cohorts.some((one) => one.name === cohort));
  };
  const others = old.packages.filter((report) => !fresh.has(report.file) && existsSync(join(out, report.file)));
  const stale = [...new Set([...others.filter((report) => !exists(report)).map((report) => report.file), ...old.stale.filter((file) => existsSync(join(out, file)) && !fresh.has(file))])];
  const kept = others.filter(exists);
  return { packages: [...packages, ...kept].sort((a, b) => (a.file < b.file ? -1 : 1)), stale: stale.sort() };
}
