import type { Target } from '../src/model/course/course.ts';
import { Diagnostics } from './diagnostics/diagnostics.ts';
import type { Engine } from './host/engine.ts';
import type { Entry } from './host/host.ts';
import { steadyFiles } from './host/steady-files.ts';
import { type Memo, rememberedChecks, withDigests } from './memo.ts';
import type { FittedModule } from './model/built.ts';
import type { Cohort, NumberedCourse, NumberedModule } from './model/course.ts';
import type { FittedVariant } from './model/package.ts';
import type { BuildRequest } from './model/request.ts';
import type { OpenOptions } from './model/run.ts';
import { cohortsOf, moduleTargets, wholeTargets } from './model/selection.ts';
import { bundle } from './stages/bundle/bundle-package.ts';
import { checkCourse } from './stages/check/check-course.ts';
import { checkModules } from './stages/check/check-modules.ts';
import { checkWhole, fitVariants } from './stages/fit/fit.ts';
import { measureSco } from './stages/fit/leaving-page.ts';
import { linkModules } from './stages/link/link-modules.ts';
import { goneIds } from './stages/number/lock.ts';
import { numberCourse } from './stages/number/number-course.ts';
import { readLocks } from './stages/number/read-locks.ts';
import { fileReader, readCourse } from './stages/read/read.ts';
import { renderModule } from './stages/render/render-module.ts';
import { resolveCourse } from './stages/resolve/resolve-module.ts';
import { resolveVariant, resolveVariants } from './stages/resolve/resolve-variants.ts';
import { resolveWhole } from './stages/resolve/resolve-whole.ts';

// The part of the pipeline that needs one course and makes no package: the studio runs it at each key, without what writes sheets.

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

/** Renders a module, or a course that is one SCO (null), for one cohort. */
export function renderFor(course: NumberedCourse, module: NumberedModule | null, cohort: Cohort | null, engine: Engine): FittedModule {
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
