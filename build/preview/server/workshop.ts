import { basename, join } from 'node:path';
import { type Diagnostic, Diagnostics, inOrder } from '../../diagnostics/diagnostics.ts';
import type { Engine } from '../../host/engine.ts';
import type { Entry } from '../../host/host.ts';
import { Memo } from '../../memo.ts';
import type { NumberedCourse, NumberedModule } from '../../model/course.ts';
import { cohortsOf } from '../../model/selection.ts';
import { filesOf, openCourse, resolveAndFit } from '../../open-course.ts';
import { validModules } from '../../stages/check/check-request.ts';
import { coursesIn } from '../../stages/read/course-folders.ts';
import { previewLock } from '../preview-lock.ts';
import { type Version, versions } from './learners.ts';

/** A course in the preview. */
export interface WorkshopCourse {
  /** Name of its folder. */
  readonly name: string;
  /** Last version without errors; absent until there is one. */
  readonly good?: NumberedCourse;
  /** Current errors, and notices of the good version. */
  readonly diagnostics: readonly Diagnostic[];
  /** True if the last reading had no error. */
  readonly clean: boolean;
}

/** Files of a module, ready to send. */
export type Files = ReadonlyMap<string, Entry>;

/** A module, or a course that is one SCO. */
type Played = NumberedModule | NumberedCourse;

function playedOf(course: NumberedCourse | undefined, id: string): Played | undefined {
  if (course?.chapters && course.source.course.value.id === id) return course;
  return course?.modules.find((one) => one.module.id === id);
}

/** Computes the digest of everything that is played. */
function digestOf(played: Played): string {
  const modules = 'module' in played ? [played] : played.modules;
  return modules.map(({ digest }) => digest).join();
}

/** Keeps the courses of a project in memory, and the files of played modules. */
export class Workshop {
  private readonly modules: string;
  private readonly folder: string;
  private current: Engine;
  private readonly memo = new Memo();
  private readonly known = new Map<string, WorkshopCourse>();
  private readonly revisions = new Map<string, { readonly digest: string; readonly number: number }>();
  private readonly files = new Map<string, { readonly revision: number; readonly files: Files }>();
  /** Courses from other folders. */
  private readonly added = new Set<string>();
  private count = 0;

  /**
   * @param modules folder of the courses
   * @param folder for data that persists between runs
   */
  constructor(modules: string, folder: string, engine: Engine) {
    this.modules = modules;
    this.folder = folder;
    this.current = engine;
    this.refresh();
  }

  /** The engine that the courses were read with last. */
  get engine(): Engine {
    return this.current;
  }

  get courses(): readonly WorkshopCourse[] {
    return [...this.known].flatMap(([path, course]) => (this.added.has(path) ? [] : course));
  }

  course(name: string): WorkshopCourse | undefined {
    const elsewhere = [...this.added].find((path) => basename(path) === name) ?? '';
    return this.known.get(join(this.modules, name)) ?? this.known.get(elsewhere);
  }

  /** Adds a course from another folder. @returns its name */
  add(path: string): string {
    this.added.add(path);
    this.known.set(path, this.read(path, this.known.get(path)));
    return basename(path);
  }

  /** Reads the courses again; what has not changed is remembered. @param engine with the activity types as they are now */
  refresh(engine = this.current): void {
    this.current = engine;
    const paths = [...coursesIn(this.engine.host.files, this.modules), ...this.added];
    for (const path of this.known.keys()) if (!paths.includes(path)) this.known.delete(path);
    for (const path of paths) this.known.set(path, this.read(path, this.known.get(path)));
  }

  private read(path: string, before: WorkshopCourse | undefined): WorkshopCourse {
    const { engine } = this;
    const diagnostics = new Diagnostics();
    const lockFile = previewLock(path, join(this.folder, basename(path)), engine.host.files);
    const course = openCourse(path, { provisional: true, lockFile }, engine, diagnostics, this.memo);
    const everything = { cohorts: [], names: [], coursePackages: true };
    const targets = course?.source.course.value.targets ?? [];
    if (course) resolveAndFit(course, validModules(course.modules, path, diagnostics), { ...everything, targets }, engine, diagnostics);
    const clean = course !== null && !diagnostics.failed;
    if (clean && course.newLock !== undefined) engine.host.files.write(lockFile, course.newLock);
    const good = clean ? course : before?.good;
    if (clean) this.number(course);
    return { name: basename(path), ...(good && { good }), diagnostics: inOrder(diagnostics.list), clean };
  }

  /** Assigns a new revision number to each changed SCO of a course. */
  private number(course: NumberedCourse): void {
    for (const played of [...course.modules, ...(course.chapters ? [course] : [])]) {
      const name = this.nameOf(course, played);
      const digest = digestOf(played);
      if (this.revisions.get(name)?.digest !== digest) this.revisions.set(name, { digest, number: ++this.count });
    }
  }

  private nameOf({ source }: NumberedCourse, played: Played): string {
    return `${source.shown}/${'module' in played ? played.module.id : ''}`;
  }

  /** Returns a number that changes whenever the module's files do; 0 if there is no such module. */
  revision(course: string, module: string): number {
    const good = this.course(course)?.good;
    const played = playedOf(good, module);
    return good && played ? (this.revisions.get(this.nameOf(good, played))?.number ?? 0) : 0;
  }

  /** Returns the files of a module for a cohort ('base' for none); null if there is none. */
  filesOf(course: string, cohort: string, module: string, version: Version): Files | null {
    const good = this.course(course)?.good;
    const played = playedOf(good, module);
    const [variant] = good ? cohortsOf(good.source, [cohort]) : [];
    if (!good || !played || variant === undefined) return null;
    const key = [course, cohort, module, version].join('/');
    const revision = this.revision(course, module);
    const known = this.files.get(key);
    if (known?.revision === revision) return known.files;
    const entries = filesOf(good, 'module' in played ? played : null, variant, versions[version], this.engine);
    const files = new Map(entries.map((entry) => [entry.name, entry]));
    this.files.set(key, { revision, files });
    return files;
  }
}
