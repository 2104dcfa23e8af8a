import type { Target } from '../src/model/course/course.ts';
import { Diagnostics } from './diagnostics/diagnostics.ts';
import type { Engine } from './host/engine.ts';
import type { Entry } from './host/host.ts';
import { steadyFiles } from './host/steady-files.ts';
import { isPacked, keepRun, type Memo, rememberedChecks, withDigests } from './memo.ts';
import type { FittedModule } from './model/built.ts';
import type { Cohort, NumberedCourse, NumberedModule } from './model/course.ts';
import type { FittedVariant, PackagePlan } from './model/package.ts';
import type { PackageReport } from './model/report.ts';
import type { BuildRequest } from './model/request.ts';
import type { BuildOutcome, CheckedCourse, CheckedRun, OpenedFolder, OpenOptions, PackWork } from './model/run.ts';
import { cohortsOf, concernsCourse, dueOf, moduleTargets, wholeTargets } from './model/selection.ts';
import type { Sheet } from './model/sheet.ts';
import { sheetsFor } from './sheets/package-sheets.ts';
import { type Chapter, coursePapers, modulePapers, paperChapter } from './sheets/papers.ts';
import { papersInput } from './sheets/papers-input.ts';
import { retiredParts } from './sheets/retired.ts';
import { bundle } from './stages/bundle/bundle-package.ts';
import { checkCourse } from './stages/check/check-course.ts';
import { checkModules } from './stages/check/check-modules.ts';
import { checkCourseIds, checkRequest, concernsFolder, validModules } from './stages/check/check-request.ts';
import { checkWhole, fitVariants } from './stages/fit/fit.ts';
import { measureSco } from './stages/fit/leaving-page.ts';
import { linkModules } from './stages/link/link-modules.ts';
import { manifestOf } from './stages/manifest/manifest.ts';
import { goneIds } from './stages/number/lock.ts';
import { numberCourse } from './stages/number/number-course.ts';
import { readLocks } from './stages/number/read-locks.ts';
import { reportChanges } from './stages/number/report-changes.ts';
import { isOvertaken, writeLocks } from './stages/number/write-locks.ts';
import { earlierBuild, reportWriteError, writeReport } from './stages/pack/build-report.ts';
import { packageEntries, packPackage } from './stages/pack/pack-package.ts';
import { checkFolders, coursesIn } from './stages/read/course-folders.ts';
import { fileReader, readCourse } from './stages/read/read.ts';
import { renderModule } from './stages/render/render-module.ts';
import { resolveCohort, resolveCourse } from './stages/resolve/resolve-module.ts';
import { resolveVariant, resolveVariants } from './stages/resolve/resolve-variants.ts';
import { resolveWhole } from './stages/resolve/resolve-whole.ts';

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

/** Reads, checks, links and numbers one course, and reports all problems. Null if `course.yaml` can't be read. */
export function openCourse(
  path: string,
  options: OpenOptions,
  engine: Engine,
  diagnostics: Diagnostics,
  memo?: Memo,
): NumberedCourse | null {
  const { types, host, kit } = engine;
  const local = diagnostics.below(path);
  const source = readCourse(steadyFiles(host.files), path, local);
  if (!source) return null;
  checkCourse(source, kit, local);
  const locks = readLocks(source, options, host, diagnostics);
  const remembered = memo && rememberedChecks(memo, source, options.provisional, engine);
  const world = { source, read: fileReader(source), engine, provisional: options.provisional, remembered };
  const checked = checkModules(world, goneIds(locks.known.lock), diagnostics);
  const linked = linkModules(checked, { listed: source.course.value.modules, types, diagnostics: local });
  // From here on the disk is read again: `steadyFiles` is valid only while the course is read.
  const folder = { root: source.folder.root, files: host.files };
  const course = numberCourse({ ...source, folder }, linked, locks);
  return memo ? withDigests(course, source.folder, engine) : course;
}

/** Resolves the modules of a course for the requested cohorts, and checks their sizes against the LMS's limits. */
export function resolveAndFit(
  course: NumberedCourse,
  modules: readonly NumberedModule[],
  request: Pick<BuildRequest, 'targets' | 'cohorts' | 'names' | 'coursePackages'>,
  { types }: Engine,
  diagnostics: Diagnostics,
): FittedVariant[] {
  const resolved = resolveVariants(course, modules, cohortsOf(course.source, request.cohorts), types, diagnostics);
  const fitted = fitVariants(course, resolved, moduleTargets(course, request.targets), types, diagnostics);
  const wholes = wholeTargets(course, request);
  if (course.chapters && wholes.length > 0 && !diagnostics.failed)
    checkWhole(course, resolveWhole(course, null, types, new Diagnostics()), wholes, types, diagnostics);
  return fitted;
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

/** Renders a module, or a course that is one SCO (null), for one cohort. */
function renderFor(course: NumberedCourse, module: NumberedModule | null, cohort: Cohort | null, engine: Engine): FittedModule {
  const { types } = engine;
  const again = new Diagnostics();
  const built = module ? resolveVariant(course, module, cohort, types, again).built : resolveWhole(course, cohort, types, again);
  const rendered = renderModule(built, resolveCourse(course.source.course.value, cohort), course.source.folder, engine);
  return { ...rendered, size: measureSco(built.content, types) };
}

/** Lists the files that play a module, or a course that is one SCO (null), for a cohort. */
export function filesOf(
  course: NumberedCourse,
  module: NumberedModule | null,
  cohort: Cohort | null,
  target: Target,
  engine: Engine,
): readonly Entry[] {
  const rendered = renderFor(course, module, cohort, engine);
  return bundle([rendered], resolveCourse(course.source.course.value, cohort), target, engine, false).entries;
}

/** Makes guide, running order, handout and statement of a module for one cohort. */
export function papersOf(course: NumberedCourse, module: NumberedModule, cohort: Cohort | null, engine: Engine): readonly Sheet[] {
  const { source } = course;
  const { built, notes } = resolveVariant(course, module, cohort, engine.types, new Diagnostics());
  const input = papersInput(source, resolveCohort(source.course.value, cohort), cohort, notes);
  return modulePapers(paperChapter(built, input, engine), input, engine).sheets;
}
