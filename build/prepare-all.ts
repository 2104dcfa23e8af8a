import { basename, join, relative } from 'node:path';
import type { ModuleContent, Target } from '../src/model/course.ts';
import { stateLimit } from '../src/model/limits.ts';
import { activityTypes } from './activities.ts';
import { reportChanges } from './changed-for-learners.ts';
import { type CourseFile, courseTargets } from './course-file.ts';
import { coursesIn, reportLinked } from './course-folders.ts';
import { Diagnostics, type Position } from './diagnostics.ts';
import { slashed } from './disk.ts';
import { checkNames, namesIn } from './known-names.ts';
import { checkLeaving, leavingOf } from './manifests/leaving-page.ts';
import { type Before, type PreparedCourse, type PreparedModule, prepareCourse } from './prepare-course.ts';
import { AT_LOCK } from './read-lock.ts';
import { readReport } from './report.ts';
import type { BuildRequest } from './request.ts';
import { resolveWhole } from './resolve/resolve-whole.ts';
import type { Cohort } from './resolve/resolver.ts';
import { resolvePrepared } from './resolve-prepared.ts';
import { forgetResolved, keepResolved } from './resolved.ts';
import { checkState, measureState } from './saved-state.ts';

/** A course of so many modules has its cohorts' common pages in memory at once. */
const FEW = 24;

/** What a process that builds again and again keeps from one build to the next. */
export interface Kept {
  /** By the path of their folder; none once anything in one of them was wrong. */
  readonly courses: Map<string, PreparedCourse>;
  /** Absolute paths of files that may have changed since. */
  changed: ReadonlySet<string>;
}

/** The base build (null) and the cohorts of a course that are asked for; all where none is named. */
export function cohortsOf(course: PreparedCourse, names: readonly string[]): (Cohort | null)[] {
  // What a broken cohort would see proves nothing.
  const sound = course.source.cohorts.filter(({ file }) => !file.isBroken);
  const all: (Cohort | null)[] = [null, ...sound.map(({ name, file }) => ({ name, file: file.value }))];
  return names.length === 0 ? all : all.filter((cohort) => names.includes(cohort?.name ?? 'base'));
}

/** Is this course, or this module of it, asked for? A module's name is its id, or `course/module`. */
export function wanted(course: PreparedCourse, module: string | null, names: readonly string[]): boolean {
  const own = [course.source.course.value.id, basename(course.source.shown)];
  const asked = module === null ? own : [...own, module, ...own.map((name) => `${name}/${module}`)];
  return names.length === 0 || asked.some((name) => names.includes(name));
}

/** Is this course asked for, or a module of it? Of one that is not, nobody wants to read. */
export function isAsked(course: PreparedCourse, names: readonly string[]): boolean {
  return names.length === 0 || namesIn(course).some((name) => names.includes(name));
}

/**
 * The modules that were read now, and in whose files nothing is wrong so far: what the later stages find in them follows from
 * no mistake that was told already.
 */
export function soundModules(course: PreparedCourse, { list }: Diagnostics): PreparedModule[] {
  const wrong = new Set(list.filter(({ severity }) => severity === 'error').map(({ at }) => at.file));
  const isSound = ({ files }: PreparedModule): boolean => [...files].every((file) => !wrong.has(`${course.source.shown}/${file}`));
  return course.modules.filter((module) => course.fresh.has(module.module.id) && (wrong.size === 0 || isSound(module)));
}

/** Everything that can be wrong in one module for one cohort. */
export function checkModule(
  course: PreparedCourse,
  prepared: PreparedModule,
  cohort: Cohort | null,
  targets: readonly Target[],
  diagnostics: Diagnostics,
  several = false,
): void {
  const file = course.source.course.value;
  const { at } = prepared;
  const resolved = resolvePrepared(course, prepared, cohort, diagnostics, several);
  keepResolved(prepared, cohort, resolved);
  const { content } = resolved;
  if (content.pages.length === 0) diagnostics.warning('empty-for-cohort', at, { module: content.title, cohort: cohort?.name ?? '' });
  if (cohort === null) checkSizes(content, file, targets, at, diagnostics);
}

/** Checks that each LMS can hold one SCO, and that a page can carry it when it is left; only for targets that the course has. */
function checkSizes(
  content: ModuleContent,
  { profile, targets: built }: CourseFile,
  requested: readonly Target[],
  at: Position,
  diagnostics: Diagnostics,
): void {
  const types = activityTypes();
  const targets = requested.filter((target) => built.includes(target));
  const limits = new Set(targets.map((target) => stateLimit(profile, target)));
  for (const limit of limits) {
    // The author must know which target to leave out, where another one has room.
    const bound = limits.size > 1 ? targets.filter((target) => stateLimit(profile, target) === limit) : [];
    checkState(content, measureState(content, types), { limit, targets: bound }, types, at, diagnostics);
  }
  const modern = targets.find((target) => target.startsWith('scorm2004'));
  if (modern) checkLeaving(content, leavingOf(content, types, stateLimit(profile, modern)), at, diagnostics);
}

/** What can be wrong in a course that is one SCO besides what can be in its modules. */
export function checkWhole(course: PreparedCourse, targets: readonly Target[], diagnostics: Diagnostics): void {
  const { value, at } = course.source.course;
  // Whatever stands in a text was said of its module.
  const { content } = resolveWhole(course, null, new Diagnostics());
  checkSizes(content, value, targets, at('package'), diagnostics);
}

function beforeOf(path: string, kept: Kept | undefined): Before | undefined {
  const course = kept?.courses.get(path);
  return course && kept && { course, changed: new Set([...kept.changed].map((file) => slashed(relative(path, file)))) };
}

/** Courses with one id would share a folder of the output. */
function checkIds(courses: readonly PreparedCourse[], names: readonly string[], diagnostics: Diagnostics): void {
  const met = new Map<string, PreparedCourse>();
  for (const course of courses) {
    const { source } = course;
    const { id } = source.course.value;
    const first = met.get(id);
    if (!first) met.set(id, course);
    else if (isAsked(first, names) || isAsked(course, names)) {
      const where = `${basename(first.source.shown)}/course.yaml`;
      diagnostics.below(source.shown).error('duplicate-id', source.course.at('id'), { id, where });
    }
  }
}

/** A folder of a course, and what was read there. */
interface ReadFolder {
  readonly path: string;
  readonly course: PreparedCourse | null;
  readonly said: Diagnostics;
}

/** Is what is wrong here to be told? A name that no other course has may be that of one that could not be read. */
function isTold({ path, course }: ReadFolder, folders: readonly ReadFolder[], names: readonly string[]): boolean {
  if (course) return isAsked(course, names);
  const known = new Set(folders.flatMap((folder) => (folder.course ? namesIn(folder.course) : [])));
  return names.length === 0 || names.some((name) => name.split('/')[0] === basename(path)) || names.some((name) => !known.has(name));
}

/** Of a course that is not asked for, nothing is written: its numbers are fixed when it is built. */
function withoutLock({ newLock: _, ...course }: PreparedCourse): PreparedCourse {
  return course;
}

function readAll(request: BuildRequest, diagnostics: Diagnostics, kept: Kept | undefined): PreparedCourse[] {
  const paths = coursesIn(request.modules);
  reportLinked(request.modules, diagnostics);
  if (paths.length === 0) diagnostics.error('no-course', { file: request.modules, line: 1, column: 1 }, { path: request.modules });
  const old = readReport(join(request.out, 'build.json'));
  const folders = paths.map((path): ReadFolder => {
    const builtBefore = old.packages.filter((report) => report.course === basename(path)).flatMap((report) => report.module ?? []);
    const said = new Diagnostics();
    const options = { provisional: false, builtBefore, out: request.out, writes: !request.frozen && !request.checksOnly };
    return { path, course: prepareCourse(path, options, said, beforeOf(path, kept)), said };
  });
  for (const folder of folders) if (isTold(folder, folders, request.names)) diagnostics.take(folder.said);
  const courses = folders.flatMap(({ course }) => (course ? [course] : []));
  checkIds(courses, request.names, diagnostics);
  return courses;
}

/** What the later stages have to say of a course. @param isSound nothing was wrong so far: the course as a whole can be checked */
function checkCourse(
  course: PreparedCourse,
  request: BuildRequest,
  modules: readonly PreparedModule[],
  isSound: boolean,
  diagnostics: Diagnostics,
): void {
  const file = course.source.course.value;
  const targets = request.targets.filter((target) => file.targets.includes(target));
  const cohorts = cohortsOf(course, request.cohorts);
  // What cohorts have in common is held until all of them are packed.
  const several = cohorts.length > 1 && course.modules.length <= FEW;
  for (const module of modules) {
    for (const cohort of cohorts) checkModule(course, module, cohort, targets, diagnostics, several);
  }
  if (!isSound) return;
  reportChanges(course, diagnostics);
  if (course.newLock !== undefined && request.frozen) diagnostics.error('lock-out-of-date', AT_LOCK);
  const wholes = request.targets.filter((target) => courseTargets(file).includes(target));
  if (course.chapters && request.coursePackages && wanted(course, null, request.names)) checkWhole(course, wholes, diagnostics);
}

/** Read, validate, lock, and resolve once for each cohort: all that can be reported before the first zip. */
export function prepareAll(request: BuildRequest, diagnostics: Diagnostics, kept?: Kept): PreparedCourse[] {
  const courses = readAll(request, diagnostics, kept);
  kept?.courses.clear();
  forgetResolved();
  const isSound = !diagnostics.failed;
  // Of a course that could not be read, nobody knows the names.
  if (isSound) checkNames(courses, request, diagnostics);
  const asked = courses.filter((course) => isAsked(course, request.names));
  for (const course of asked) {
    checkCourse(course, request, soundModules(course, diagnostics), isSound, diagnostics.below(course.source.shown));
  }
  // What is new in a course that was not asked for was not checked to the end.
  const known = courses.filter((course) => asked.includes(course) || course.fresh.size === 0);
  if (!diagnostics.failed) for (const course of known) kept?.courses.set(course.source.shown, course);
  return courses.map((course) => (asked.includes(course) ? course : withoutLock(course)));
}
