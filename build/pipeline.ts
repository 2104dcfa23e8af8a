import { Diagnostics } from './diagnostics/diagnostics.ts';
import type { Engine } from './host/engine.ts';
import type { Entry } from './host/host.ts';
import { isPacked, keepRun, type Memo } from './memo.ts';
import type { FittedModule } from './model/built.ts';
import type { Cohort, NumberedCourse, NumberedModule } from './model/course.ts';
import type { PackagePlan } from './model/package.ts';
import type { PackageReport } from './model/report.ts';
import type { BuildRequest } from './model/request.ts';
import type { BuildOutcome, CheckedCourse, CheckedRun, OpenedFolder, PackWork } from './model/run.ts';
import { cohortsOf, concernsCourse, dueOf } from './model/selection.ts';
import type { Sheet } from './model/sheet.ts';
import { openCourse, renderFor, resolveAndFit } from './open-course.ts';
import { sheetsFor } from './sheets/package-sheets.ts';
import { type Chapter, coursePapers, modulePapers, paperChapter } from './sheets/papers.ts';
import { papersInput } from './sheets/papers-input.ts';
import { retiredParts } from './sheets/retired.ts';
import { bundle } from './stages/bundle/bundle-package.ts';
import { checkCourseIds, checkRequest, concernsFolder, validModules } from './stages/check/check-request.ts';
import { manifestOf } from './stages/manifest/manifest.ts';
import { reportChanges } from './stages/number/report-changes.ts';
import { isOvertaken, writeLocks } from './stages/number/write-locks.ts';
import { earlierBuild, reportWriteError, writeReport } from './stages/pack/build-report.ts';
import { packageEntries, packPackage } from './stages/pack/pack-package.ts';
import { checkFolders, coursesIn } from './stages/read/course-folders.ts';
import { renderModule } from './stages/render/render-module.ts';
import { resolveCohort } from './stages/resolve/resolve-module.ts';
import { resolveVariant } from './stages/resolve/resolve-variants.ts';

// The stages in their order:
//   read      files -> blocks of text; YAML against its schemas
//   check     blocks -> modules: attributes, bodies, ids, links
//   link      references between modules
//   number    numbers and tokens from the lock
//   resolve   one module for one cohort: variables, `only=`
//   fit       sizes of what an LMS must store
//   render    HTML, through Handlebars
//   bundle    the files of one package
//   manifest  imsmanifest.xml
//   pack      the zip, and the sheets beside it
// Each stage reports what it finds. Locks are read before `check`, which reads each module and bank through a `FileReader`; they are
// written before the first package.

/**
 * Builds what is requested. Nothing is written if there is an error; each zip replaces the last good one as a whole.
 * @param memo of a process that builds repeatedly: only changed files are read and packed
 */
export async function build(request: BuildRequest, engine: Engine, memo?: Memo): Promise<BuildOutcome> {
  const run = check(request, engine, memo);
  const { diagnostics, requested } = run;
  const nothing = { diagnostics, packages: [], stale: [], locks: [] };
  if (diagnostics.failed) return nothing;
  // Another build has changed a lock since we read it: start over.
  if (requested.some(({ course }) => isOvertaken(course, engine.host.files))) return build(request, engine, memo);
  try {
    const written = await write(run, request, engine);
    if (memo) keepRun(memo, run, request, written.packages);
    return { diagnostics, ...written };
  } catch (error) {
    // Packages replaced before the failure differ from those in the memo.
    memo?.clear();
    if (!reportWriteError(error, request, diagnostics)) throw error;
    return nothing;
  }
}

/** Runs all stages that can report something before the first file is written. */
export function check(request: BuildRequest, engine: Engine, memo?: Memo): CheckedRun {
  const diagnostics = new Diagnostics();
  const { files } = engine.host;
  const { reports } = earlierBuild(request.out, files);
  const folders: OpenedFolder[] = [];
  checkFolders(files, request.modules, diagnostics);
  for (const path of coursesIn(files, request.modules)) {
    const reported = new Diagnostics();
    const options = { provisional: false, reports, out: request.out, writes: !request.frozen && !request.checksOnly };
    folders.push({ path, course: openCourse(path, options, engine, reported, memo), reported });
  }
  for (const folder of folders) if (concernsFolder(folder, folders, request.names)) diagnostics.take(folder.reported);
  const courses = folders.flatMap(({ course }) => course ?? []);
  checkCourseIds(courses, request.names, diagnostics);
  const isValid = !diagnostics.failed;
  // The names of a course that can't be read are unknown.
  if (isValid) checkRequest(courses, request, diagnostics);
  const requested: CheckedCourse[] = [];
  for (const course of courses.filter((one) => concernsCourse(one, request.names))) {
    const packed = memo ? course.modules.filter((module) => isPacked(memo, course, module, request, engine.host)) : [];
    const due = dueOf(course, request, packed);
    const needed = due.wholes.length > 0 ? course.modules : due.modules;
    const modules = validModules(needed, course.source.shown, diagnostics);
    requested.push({ course, due, variants: resolveAndFit(course, modules, request, engine, diagnostics) });
    if (isValid) reportChanges(course, request.frozen, diagnostics);
  }
  return { diagnostics, folders, requested };
}

/** Writes locks, packages and report of a run without an error. */
async function write(
  { folders, requested }: CheckedRun,
  request: BuildRequest,
  engine: Engine,
): Promise<Omit<BuildOutcome, 'diagnostics'>> {
  const { files } = engine.host;
  const earlier = earlierBuild(request.out, files);
  const locks = requested.flatMap(({ course, due }) => writeLocks(course, request.out, due.count > 0, files));
  // If the output folder has guides, they are updated with each package, so that no old one is beside a new zip.
  const sheets = request.sheets || earlier.reports.some(({ papers }) => papers !== undefined);
  const work = { request: { ...request, sheets }, engine, earlier };
  const total = requested.reduce((sum, { due }) => sum + due.count, 0);
  const packages: PackageReport[] = [];
  for (const checked of requested) {
    for (const plan of plansOf(checked, work.request, engine)) {
      const report = await pack(plan, work);
      request.progress(packages.push(report), total, report.file);
    }
  }
  const courses = folders.flatMap(({ course }) => course ?? []);
  const { stale } = writeReport(packages, courses.length === folders.length ? courses : null, request.out, files);
  return { packages: packages.sort((a, b) => (a.file < b.file ? -1 : 1)), stale, locks };
}

/** Plans the packages of a course: those of a module right after rendering it, the course's own last. */
export function* plansOf(
  { course, due, variants }: CheckedCourse,
  request: Pick<BuildRequest, 'cohorts' | 'sheets'>,
  engine: Engine,
): Generator<PackagePlan> {
  const { source } = course;
  const retired = retiredParts(course.lock);
  for (const cohort of cohortsOf(source, request.cohorts)) {
    const world = { ...resolveCohort(source.course.value, cohort), retired };
    const modules: FittedModule[] = [];
    const chapters: Chapter[] = [];
    for (const { module, built, size, notes } of variants.filter((one) => one.cohort?.name === cohort?.name)) {
      const input = papersInput(source, world, cohort, notes);
      const chapter = request.sheets ? paperChapter(built, input, engine) : undefined;
      const papers = chapter && modulePapers(chapter, input, engine);
      const rendered = { ...renderModule(built, world.course, source.folder, engine), size };
      for (const target of due.modules.includes(module) ? due.targets : [])
        yield { ...world, modules: [rendered], whole: false, target, papers };
      if (due.wholes.length > 0) modules.push(rendered);
      if (due.wholes.length > 0 && chapter) chapters.push(chapter);
    }
    if (due.wholes.length === 0) continue;
    const whole = course.chapters ? [renderFor(course, null, cohort, engine)] : modules;
    const papers = request.sheets ? coursePapers(chapters, papersInput(source, world, cohort, {}), engine) : undefined;
    for (const target of due.wholes) yield { ...world, modules: whole, whole: true, target, papers };
  }
}

/** Bundles a package. A single SCO is at the root, whether it is a module or a course. */
function bundled(plan: PackagePlan, engine: Engine) {
  const { modules, course, target, whole } = plan;
  const made = bundle(modules, course, target, engine, whole && !modules[0]?.content.chapters);
  return { made, manifest: manifestOf(plan, made) };
}

/** Bundles and packs one package, unless an earlier build made the same one. */
function pack(plan: PackagePlan, work: PackWork): Promise<PackageReport> {
  const { made, manifest } = bundled(plan, work.engine);
  return packPackage(plan, made, manifest, sheetsFor(plan, work.engine), work);
}

/** Lists the files of a package that is not written. */
export function entriesOf(plan: PackagePlan, engine: Engine): readonly Entry[] {
  const { made, manifest } = bundled(plan, engine);
  return packageEntries(plan, made, manifest, engine);
}

/** Makes guide, running order, handout and statement of a module for one cohort. */
export function papersOf(course: NumberedCourse, module: NumberedModule, cohort: Cohort | null, engine: Engine): readonly Sheet[] {
  const { source } = course;
  const { built, notes } = resolveVariant(course, module, cohort, engine.types, new Diagnostics());
  const input = papersInput(source, resolveCohort(source.course.value, cohort), cohort, notes);
  return modulePapers(paperChapter(built, input, engine), input, engine).sheets;
}
