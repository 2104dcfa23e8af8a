import { mkdirSync } from 'node:fs';
import { basename, dirname, join, relative, sep } from 'node:path';
import { activityTypes } from '../activities.ts';
import type { Entry } from '../built.ts';
import { coursesIn } from '../course-folders.ts';
import { type Diagnostic, Diagnostics, inOrder } from '../diagnostics.ts';
import { slashed } from '../disk.ts';
import { renderFor, renderWhole } from '../pipeline.ts';
import { checkModule, checkWhole, cohortsOf, soundModules } from '../prepare-all.ts';
import { type PreparedCourse, type PreparedModule, prepareCourse } from '../prepare-course.ts';
import { forgetResolved } from '../resolved.ts';
import { bundle } from '../stages/bundle.ts';
import { resolveCourse } from '../stages/resolve.ts';
import { writeWhole } from '../write-whole.ts';
import { type Version, versions } from './learners.ts';
import { previewLock } from './preview-lock.ts';

/** A course as the preview holds it. */
export interface WorkshopCourse {
  /** Name of its folder. */
  readonly name: string;
  /** As it was when nothing was wrong in it; absent until then. */
  readonly good?: PreparedCourse;
  /** What is wrong now, and what is to be said of the good one. */
  readonly diagnostics: readonly Diagnostic[];
  /** Everything was in order when it was last read. */
  readonly clean: boolean;
}

/** The files of a module, ready to be sent. */
export type Files = ReadonlyMap<string, Entry>;

/** What is played: a module, or a course that is one SCO. */
type Played = PreparedModule | PreparedCourse;

function playedOf(course: PreparedCourse | undefined, id: string): Played | undefined {
  if (course?.chapters && course.source.course.value.id === id) return course;
  return course?.modules.find((one) => one.module.id === id);
}

/** Holds the courses of a project in memory, and the files of the modules that are being played. */
export class Workshop {
  private readonly modules: string;
  private readonly folder: string;
  private readonly known = new Map<string, WorkshopCourse>();
  private readonly made = new WeakMap<Played, number>();
  private readonly files = new Map<string, { readonly of: Played; readonly files: Files }>();
  /** Courses that stand elsewhere. */
  private readonly added = new Set<string>();
  private count = 0;

  /**
   * @param modules folder that holds the courses
   * @param folder where something may be kept from one day to the next
   */
  constructor(modules: string, folder: string) {
    this.modules = modules;
    this.folder = folder;
    this.refresh(new Set());
  }

  get courses(): readonly WorkshopCourse[] {
    return [...this.known].flatMap(([path, course]) => (this.added.has(path) ? [] : course));
  }

  course(name: string): WorkshopCourse | undefined {
    const elsewhere = [...this.added].find((path) => basename(path) === name) ?? '';
    return this.known.get(join(this.modules, name)) ?? this.known.get(elsewhere);
  }

  /** Takes in a course that stands elsewhere. @returns its name */
  add(path: string): string {
    this.added.add(path);
    if (!this.known.has(path)) this.known.set(path, this.read(path, new Set(), undefined));
    return basename(path);
  }

  /** Reads again what these files touch. @param changed absolute paths */
  refresh(changed: ReadonlySet<string>): void {
    const paths = [...coursesIn(this.modules), ...this.added];
    for (const path of this.known.keys()) if (!paths.includes(path)) this.known.delete(path);
    for (const path of paths) {
      const inside = new Set([...changed].filter((file) => file.startsWith(path + sep)).map((file) => slashed(relative(path, file))));
      const before = this.known.get(path);
      if (!before || inside.size > 0) this.known.set(path, this.read(path, inside, before));
    }
  }

  private read(path: string, changed: ReadonlySet<string>, before: WorkshopCourse | undefined): WorkshopCourse {
    const diagnostics = new Diagnostics();
    const lockFile = previewLock(path, join(this.folder, basename(path)));
    const again = before?.clean && before.good ? { course: before.good, changed } : undefined;
    const course = prepareCourse(path, { provisional: true, builtBefore: [], lockFile }, diagnostics, again);
    if (course) this.check(course, diagnostics);
    const clean = course !== null && !diagnostics.failed;
    if (clean && course.newLock !== undefined) {
      mkdirSync(dirname(lockFile), { recursive: true });
      writeWhole(lockFile, course.newLock);
    }
    const good = clean ? course : before?.good;
    return {
      name: basename(path),
      ...(good && { good }),
      diagnostics: inOrder(clean ? noticesOf(course, diagnostics) : diagnostics.list),
      clean,
    };
  }

  private check(course: PreparedCourse, diagnostics: Diagnostics): void {
    const local = diagnostics.below(course.source.shown);
    const isSound = !diagnostics.failed;
    const { targets } = course.source.course.value;
    forgetResolved();
    for (const module of soundModules(course, diagnostics)) {
      for (const cohort of cohortsOf(course, [])) checkModule(course, module, cohort, targets, local);
    }
    if (course.chapters && isSound) checkWhole(course, targets, local);
  }

  /** A number that changes whenever the module's files do; 0 where there is no such module. */
  revision(course: string, module: string): number {
    const prepared = playedOf(this.course(course)?.good, module);
    if (!prepared) return 0;
    const number = this.made.get(prepared) ?? ++this.count;
    this.made.set(prepared, number);
    return number;
  }

  /** The files of a module for a cohort ('base' for none); null where there is no such thing. */
  filesOf(course: string, cohort: string, module: string, version: Version): Files | null {
    const good = this.course(course)?.good;
    const prepared = playedOf(good, module);
    if (!good || !prepared || !cohortsOf(good, [cohort]).length) return null;
    const key = [course, cohort, module, version].join('/');
    const known = this.files.get(key);
    if (known?.of === prepared) return known.files;
    const files = filesFor(good, prepared, cohort, version);
    this.files.set(key, { of: prepared, files });
    return files;
  }
}

/** Notices of modules that were not read again are still true. */
function noticesOf(course: PreparedCourse, diagnostics: Diagnostics): readonly Diagnostic[] {
  const kept = course.modules.filter((one) => !course.fresh.has(one.module.id)).flatMap((one) => one.notices);
  return [...kept, ...diagnostics.list];
}

function filesFor(course: PreparedCourse, played: Played, cohort: string, version: Version): Files {
  const [variant = null] = cohortsOf(course, [cohort]);
  const rendered = 'module' in played ? renderFor(course, played, variant, new Diagnostics()) : renderWhole(course, variant);
  const resolved = resolveCourse(course.source.course.value, variant);
  const { entries } = bundle([rendered], resolved, versions[version], activityTypes(), false);
  return new Map(entries.map((entry) => [entry.name, entry]));
}
