import { existsSync, mkdirSync, statSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { Target } from '../src/model/course.ts';
import { stateLimit } from '../src/model/limits.ts';
import { activityTypes } from './activities.ts';
import type { Bundle, Course, Entry, RenderedModule } from './built.ts';
import { LEAVING_LIMIT, leavingBytes } from './manifests/leaving-page.ts';
import { schemas } from './manifests/schemas.ts';
import { packageKey } from './package-key.ts';
import type { PackageReport } from './report.ts';
import type { BuildRequest } from './request.ts';
import { measureState, type StateSize } from './saved-state.ts';
import { bundle } from './stages/bundle.ts';
import { manifest } from './stages/manifest.ts';
import { packageZip } from './stages/package.ts';
import { bytesOf, deflates } from './zip/content.ts';
import { deflated } from './zip/deflate.ts';
import { LEVEL } from './zip.ts';

/** One zip to make. */
export interface PackagePlan {
  readonly course: Course;
  readonly cohort: string | undefined;
  readonly modules: readonly RenderedModule[];
  readonly target: Target;
  /** The package of the whole course. */
  readonly whole: boolean;
}

/** Path below the output folder: `course/[cohort/]module.target.zip`. */
function fileOf({ course, cohort, modules, target, whole }: PackagePlan): string {
  const name = whole ? course.id : (modules[0]?.content.id ?? course.id);
  return [course.id, ...(cohort === undefined ? [] : [cohort]), `${name}.${target}.zip`].join('/');
}

/** Course, module and cohort: unlike an item's id, the manifest's own may differ between cohorts. */
function manifestOf(plan: PackagePlan, { scos, shared }: Bundle): string | undefined {
  const { course, cohort, modules, target, whole } = plan;
  if (target === 'web') return undefined;
  const module = whole ? undefined : modules[0]?.content;
  const id = [course.id, module?.id, cohort].filter((part) => part !== undefined).join('.');
  return manifest({ target, id, title: module?.title ?? course.title, scos, shared });
}

/** Bytes of the files that a launch fetches, plain and as a server sends them: the zip deflates them the same way. */
async function sizes(entries: readonly Entry[], suffix: string): Promise<{ bytes: number; gzip: number }> {
  const launch = entries.filter((entry) => entry.name.endsWith(suffix) && !/^(local-api|sortable)\.js$|noscript/.test(entry.name));
  const texts = launch.map(bytesOf);
  const packed = await Promise.all(texts.map((bytes) => deflated(bytes, { level: LEVEL })));
  return {
    bytes: texts.reduce((sum, bytes) => sum + bytes.length, 0),
    gzip: packed.reduce((sum, { gzip }) => sum + gzip, 0),
  };
}

/** Has the texts deflated while the next package is being made. */
function deflateAhead(entries: readonly Entry[]): void {
  // What fails here fails again where it is waited for.
  for (const entry of entries) if ('data' in entry && deflates(entry)) deflated(bytesOf(entry), { level: LEVEL }).catch(() => undefined);
}

function stateOf({ modules, course, target }: PackagePlan): PackageReport['state'] {
  const all = modules.map(({ content }): StateSize => measureState(content, activityTypes()));
  const limit = stateLimit(course.profile, target);
  const leaving = modules.map(({ content }) => leavingBytes(content, activityTypes(), limit));
  return {
    marks: Math.max(...all.map((size) => size.marks)),
    texts: Math.max(...all.map((size) => size.texts)),
    limit,
    ...(target.startsWith('scorm2004') && { leaving: Math.max(...leaving) }),
  };
}

function warningsOf(plan: PackagePlan, { leaving = 0 }: PackageReport['state']): string[] {
  return [
    ...(plan.whole && plan.target.startsWith('scorm2004') && plan.modules.length > 1 ? ['several-scos-in-2004'] : []),
    ...(leaving > LEAVING_LIMIT ? ['leaving-page-too-large'] : []),
  ];
}

/** Makes one zip, or finds that the one of an earlier build is still the same. */
export async function makePackage(
  plan: PackagePlan,
  request: BuildRequest,
  before: ReadonlyMap<string, PackageReport>,
): Promise<PackageReport> {
  const { course, cohort, modules, target, whole } = plan;
  const file = fileOf(plan);
  const made = bundle(modules, course, target, activityTypes(), whole);
  const text = manifestOf(plan, made);
  const old = before.get(file);
  // Where a new zip is all but sure, the texts are deflated while they are looked at.
  if (!old || modules.some((module) => module.lasting)) deflateAhead(made.entries);
  const key = packageKey(made.entries, text ?? '', request.stamp);
  const path = join(request.out, file);
  if (old?.key === key && existsSync(path) && statSync(path).size === old.bytes) return old;
  mkdirSync(dirname(path), { recursive: true });
  const xsds = target === 'web' ? [] : schemas(target, request.root);
  deflateAhead([...made.entries, ...xsds]);
  const state = stateOf(plan);
  const zip = await packageZip(path, made.entries, text, xsds);
  return {
    course: course.id,
    ...(!whole && modules[0] && { module: modules[0].content.id }),
    ...(cohort !== undefined && { cohort }),
    target,
    file,
    ...zip,
    scripts: await sizes(made.entries, '.js'),
    styles: await sizes(made.entries, '.css'),
    state,
    types: [...new Set(modules.flatMap((module) => module.types))].sort(),
    warnings: warningsOf(plan, state),
    key,
  };
}
