import { basename } from 'pathe';
import type { Target } from '../../src/model/course/course.ts';
import type { Cohort, CourseSource, NumberedCourse, NumberedModule } from './course.ts';
import { courseTargets } from './course-file.ts';
import type { BuildRequest } from './request.ts';

type Sourced = Pick<NumberedCourse, 'source'>;
type Selection = Pick<BuildRequest, 'coursePackages' | 'names' | 'targets'>;

/** Lists all names by which a course and its modules can be requested. */
export function namesIn({ source }: Sourced): string[] {
  const { id, modules } = source.course.value;
  const own = [id, basename(source.shown)];
  return [...own, ...modules, ...own.flatMap((name) => modules.map((module) => `${name}/${module}`))];
}

/**
 * Tests whether a module of a course is requested: by its id, as `course/module`, or with the whole course.
 * @param module null: the course as a whole
 */
export function isRequested({ source }: Sourced, module: string | null, names: readonly string[]): boolean {
  const own = [source.course.value.id, basename(source.shown)];
  const known = module === null ? own : [...own, module, ...own.map((name) => `${name}/${module}`)];
  return names.length === 0 || known.some((name) => names.includes(name));
}

/** Tests whether a course or a module of it is requested. Courses that weren't requested are not reported on. */
export function concernsCourse(course: Sourced, names: readonly string[]): boolean {
  return names.length === 0 || namesIn(course).some((name) => names.includes(name));
}

/** The requested variants of a course: the base build (null) and its cohorts; all if none is named. */
export function cohortsOf({ cohorts }: CourseSource, names: readonly string[]): (Cohort | null)[] {
  // A broken cohort would cause false reports.
  const readable = cohorts.filter(({ file }) => !file.isBroken);
  const all: (Cohort | null)[] = [null, ...readable.map(({ name, file }) => ({ name, file: file.value }))];
  return names.length === 0 ? all : all.filter((cohort) => names.includes(cohort?.name ?? 'base'));
}

/** The requested targets for which a course builds its modules. */
export function moduleTargets({ source }: Sourced, targets: readonly Target[]): readonly Target[] {
  return targets.filter((target) => source.course.value.targets.includes(target));
}

/** The requested targets of the package of the whole course; none if it isn't requested. */
export function wholeTargets(course: Sourced, { coursePackages, names, targets }: Selection): readonly Target[] {
  const made = courseTargets(course.source.course.value);
  return coursePackages && isRequested(course, null, names) ? targets.filter((target) => made.includes(target)) : [];
}

/** The packages of a course that a run makes. */
export interface Due {
  /** Modules that get packages of their own, for these targets. */
  readonly modules: readonly NumberedModule[];
  readonly targets: readonly Target[];
  /** Targets of the package of the whole course. */
  readonly wholes: readonly Target[];
  /** Number of packages, all cohorts together. */
  readonly count: number;
}

/** Finds the packages to make. @param packed modules that this process has already packed */
export function dueOf(course: NumberedCourse, request: Selection & Pick<BuildRequest, 'cohorts'>, packed: readonly NumberedModule[]): Due {
  const modules = course.modules.filter((one) => isRequested(course, one.module.id, request.names) && !packed.includes(one));
  const targets = moduleTargets(course, request.targets);
  const wholes = wholeTargets(course, request);
  const count = cohortsOf(course.source, request.cohorts).length * (targets.length * modules.length + wholes.length);
  return { modules, targets, wholes, count };
}
