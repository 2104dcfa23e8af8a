import { basename, relative } from 'pathe';
import { type Diagnostic, Diagnostics, inOrder } from '../../diagnostics/diagnostics.ts';
import { type Language, messageOf } from '../../diagnostics/format.ts';
import { MemoryFiles } from '../../host/browser/files.ts';
import type { Engine } from '../../host/engine.ts';
import type { Face } from '../../kit/features.ts';
import { portraitPath } from '../../kit/kit-path.ts';
import { Memo } from '../../memo.ts';
import type { NumberedCourse } from '../../model/course.ts';
import { LOCK_FILE } from '../../model/lock.ts';
import { cohortsOf } from '../../model/selection.ts';
import { filesOf, openCourse, resolveAndFit } from '../../open-course.ts';
import { previewLock } from '../../preview/preview-lock.ts';
import { validModules } from '../../stages/check/check-request.ts';
import type {
  Changes,
  Checked,
  EngineCalls,
  Packed,
  PackRequest,
  Path,
  Played,
  Playing,
  Problem,
  ProgramAddress,
  TypeFacts,
} from './calls.ts';
import type { Given, GiveRequest, Taken, TakeRequest } from './exchange-calls.ts';
import { factsOf } from './facts.ts';
import type { Prepared, PrepareRequest } from './prepare-calls.ts';
import { forPreview, remoteEngine } from './remote-engine.ts';
import type { ReportAnswer, ReportRequest } from './results-calls.ts';
import { typesOf } from './types.ts';
import { OUT, ROOT, type World } from './world.ts';

/** Folder for data about the preview, outside the project. */
const PREVIEW = '/preview';

/** A call's answer, or a promise of it. */
type Answers = { [Name in keyof EngineCalls]: (...args: Parameters<EngineCalls[Name]>) => MaybeLater<ReturnType<EngineCalls[Name]>> };
type MaybeLater<Value> = Value | Promise<Value>;

/** The pipeline over one course in memory. */
export class StudioEngine implements Answers {
  private readonly files = new MemoryFiles();
  private readonly memo = new Memo();
  private engine: Engine | undefined;
  private folder = '';
  private language: Language = 'fr';
  /** Locks that a call wrote which failed: the next one gives them. */
  private pendingLocks: readonly string[] = [];
  /** Last version without an error. */
  private good: NumberedCourse | null = null;

  open(program: ProgramAddress, files: Changes, course: Path, language: Language): Checked {
    this.engine = remoteEngine(program, this.files);
    this.folder = `${ROOT}/${course}`;
    this.language = language;
    return this.change(files);
  }

  change(changes: Changes): Checked {
    for (const [path, content] of changes) {
      if (content === null) this.files.remove(`${ROOT}/${path}`);
      else this.files.put(`${ROOT}/${path}`, content);
    }
    return this.check();
  }

  play({ session, cohort, standard }: Playing): Played {
    const { good } = this;
    const engine = this.opened();
    const module = good?.modules.find((one) => one.module.id === session) ?? null;
    if (!good || (!module && !good.chapters)) return null;
    const [variant] = cohortsOf(good.source, [cohort || 'base']);
    if (variant === undefined) return null;
    const entries = filesOf(good, module, variant, standard === '1.2' ? 'scorm12' : 'scorm2004-4', forPreview(engine));
    return new Map(entries.map((entry) => [entry.name, 'data' in entry ? entry.data : this.files.read(entry.path)]));
  }

  types(): readonly TypeFacts[] {
    return typesOf(this.opened().types, this.language);
  }

  portraits(faces: readonly Face[]): readonly string[] {
    const { kit } = this.opened();
    return faces.map((face) => new TextDecoder().decode(kit.draw(portraitPath('face', face)).data));
  }

  colouredHair(): readonly Face['hair'][] {
    return this.opened().kit.colouredHair;
  }

  async pack({ names, targets, cohorts, sheets, keeps = false }: PackRequest): Promise<Packed> {
    const engine = this.opened();
    this.files.forgetWritten();
    const { build } = await import('../../pipeline.ts');
    const building = build(
      {
        modules: `${ROOT}/modules`,
        out: OUT,
        names,
        targets,
        cohorts: cohorts.map((name) => name || 'base'),
        frozen: false,
        coursePackages: true,
        sheets,
        progress: () => {},
      },
      engine,
    );
    const { diagnostics, packages } = await building.finally(() => this.keepLocks());
    if (keeps) (await import('./kept.ts')).keepPackages(packages, this.world());
    const made = packages.map((one) => ({
      path: relative(ROOT, `${OUT}/${one.file}`),
      session: one.module ?? '',
      bytes: one.bytes,
      sheets: one.sheets.map(({ file }) => relative(ROOT, `${OUT}/${file}`)),
    }));
    // A package that has not changed isn't written again.
    const own = made.flatMap(({ path, sheets: beside }) => [path, ...beside]);
    const written = [...this.pendingLocks, ...this.files.writtenPaths()].filter((path) => this.files.facts(path));
    const paths = new Set([...own, ...written.map((path) => relative(ROOT, path))]);
    this.pendingLocks = [];
    return {
      problems: inOrder(diagnostics.list).map((one) => this.problem(one)),
      files: new Map([...paths].map((path) => [path, new Uint8Array(this.files.read(`${ROOT}/${path}`))])),
      packages: made.map(({ path }) => path),
      made,
    };
  }

  async prepare(request: PrepareRequest): Promise<Prepared> {
    return (await import('./compare.ts')).prepare(request, this.world(), (one) => this.problem(one));
  }

  async report(request: ReportRequest): Promise<ReportAnswer> {
    return (await import('./results.ts')).report(request, this.world());
  }

  async take(request: TakeRequest): Promise<Taken> {
    const { openCourseOf, take } = await import('./import.ts');
    return take(request, this.good ? openCourseOf(this.good, this.folder, this.files) : undefined);
  }

  async give(request: GiveRequest): Promise<Given> {
    return (await import('./export.ts')).give(request, this.world(), (one) => this.problem(one));
  }

  /** Notes the locks that were written. A build that fails later must not lose them: packages would get other numbers. */
  private keepLocks(): void {
    const locks = this.files.writtenPaths().filter((path) => basename(path) === LOCK_FILE);
    this.pendingLocks = [...new Set([...this.pendingLocks, ...locks])];
  }

  private world(): World {
    const { files, folder, language } = this;
    const course = this.good?.source.course.value.id ?? basename(folder);
    return { files, engine: this.opened(), folder, course, language };
  }

  private opened(): Engine {
    if (!this.engine) throw new Error('No course is open.');
    return this.engine;
  }

  private check(): Checked {
    const engine = this.opened();
    const diagnostics = new Diagnostics();
    const lockFile = previewLock(this.folder, PREVIEW, this.files);
    const course = openCourse(this.folder, { provisional: true, lockFile, writes: false }, engine, diagnostics, this.memo);
    if (course) {
      const { targets } = course.source.course.value;
      const request = { cohorts: [], names: [], coursePackages: true, targets };
      resolveAndFit(course, validModules(course.modules, this.folder, diagnostics), request, engine, diagnostics);
    }
    const isCurrent = course !== null && !diagnostics.failed;
    if (isCurrent && course.newLock !== undefined) this.files.write(lockFile, course.newLock);
    if (isCurrent) this.good = course;
    return {
      problems: inOrder(diagnostics.list).map((one) => this.problem(one)),
      course: this.good && factsOf(this.good, ROOT),
      isCurrent,
    };
  }

  private problem(diagnostic: Diagnostic): Problem {
    const { code, severity, at, values } = diagnostic;
    return {
      code,
      severity,
      path: relative(ROOT, at.file),
      line: at.line,
      column: at.column,
      ...messageOf(diagnostic, this.language, (call) => `cartable ${call}`),
      values,
    };
  }
}
