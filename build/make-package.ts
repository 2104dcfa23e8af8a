import { mkdirSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { partsOf } from '../src/model/chapters.ts';
import type { Target } from '../src/model/course.ts';
import { stateLimit } from '../src/model/limits.ts';
import { beaconLimit, givesWay } from '../src/model/limits-leaving.ts';
import { activityTypes } from './activities.ts';
import type { Bundle, Course, Entry, RenderedModule } from './built.ts';
import { leavingOf } from './manifests/leaving-page.ts';
import { schemas } from './manifests/schemas.ts';
import { ownValue } from './own-value.ts';
import { packageKey } from './package-key.ts';
import type { PackageReport, SheetReport } from './report.ts';
import type { BuildRequest } from './request.ts';
import { measureState, type StateSize } from './saved-state.ts';
import { packageSheets } from './sheets/package-sheets.ts';
import type { Papers } from './sheets/papers.ts';
import type { CourseRetired } from './sheets/retired.ts';
import type { Sheet } from './sheets/sheet.ts';
import { bundle } from './stages/bundle.ts';
import { manifest } from './stages/manifest.ts';
import { packageZip } from './stages/package.ts';
import { statOrNull } from './stat.ts';
import { holds, writeWhole } from './write-whole.ts';
import { bytesOf, deflates } from './zip/content.ts';
import { deflated } from './zip/deflate.ts';
import { LEVEL } from './zip/level.ts';

/** One zip to make. */
export interface PackagePlan {
  readonly course: Course;
  /** Its name, and what its trainers call it. */
  readonly cohort: { readonly name: string; readonly title: string } | undefined;
  readonly modules: readonly RenderedModule[];
  /** What old answers may name that the course no longer has. */
  readonly retired: CourseRetired;
  readonly target: Target;
  /** The package of the whole course. */
  readonly whole: boolean;
  /** Guide, handout and statement, the same for all targets; absent: nobody asks for them. */
  readonly papers?: Papers;
}

/** Path below the output folder: `course/[cohort/]module.target.zip`. */
function fileOf({ course, cohort, modules, target, whole }: PackagePlan): string {
  const name = whole ? course.id : (modules[0]?.content.id ?? course.id);
  return [course.id, ...(cohort === undefined ? [] : [cohort.name]), `${name}.${target}.zip`].join('/');
}

/** Course, module and cohort: unlike an item's id, the manifest's own may differ between cohorts. */
function manifestOf(plan: PackagePlan, { scos, shared }: Bundle): string | undefined {
  const { course, cohort, modules, target, whole } = plan;
  if (target === 'web') return undefined;
  const module = whole ? undefined : modules[0]?.content;
  const id = [course.id, module?.id, cohort?.name].filter((part) => part !== undefined).join('.');
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

/** Has a text deflated while the next one is being made. */
function deflateAhead(entry: Entry): void {
  // What fails here fails again where it is waited for.
  if ('data' in entry && deflates(entry)) deflated(bytesOf(entry), { level: LEVEL }).catch(() => undefined);
}

function stateOf({ modules, course, target }: PackagePlan): PackageReport['state'] {
  // Each SCO has a state of its own: the largest counts.
  const all = modules.map(({ checked }): StateSize => measureState(checked, activityTypes()));
  const largest = all.reduce((one, other) => (other.marks + other.texts > one.marks + one.texts ? other : one));
  const limit = stateLimit(course.profile, target);
  return { ...largest, limit, ...(target.startsWith('scorm2004') && leavingIn(modules, limit)) };
}

/** Estimates the largest SCO of a 2004 package, and lists all kinds of data that one of its SCOs leaves out. */
function leavingIn(modules: PackagePlan['modules'], limit: number): Pick<PackageReport['state'], 'leaving' | 'thrift'> {
  const all = modules.map(({ checked }) => leavingOf(checked, activityTypes(), limit));
  const thrift = givesWay.filter((kind) => all.some((leaving) => leaving.thrift.includes(kind)));
  return { leaving: Math.max(...all.map(({ bytes }) => bytes)), ...(thrift.length > 0 && { thrift }) };
}

function warningsOf(plan: PackagePlan, { leaving = 0 }: PackageReport['state']): string[] {
  return [
    ...(plan.whole && plan.target.startsWith('scorm2004') && plan.modules.length > 1 ? ['several-scos-in-2004'] : []),
    ...(leaving > beaconLimit ? ['leaving-page-too-large'] : []),
  ];
}

function sheetsOf({ course, cohort, modules, retired, target, whole, papers }: PackagePlan, file: string, state: PackageReport['state']) {
  const contents = modules.map(({ content }) => content);
  return packageSheets({ course, cohort: cohort?.title, modules: contents, retired, target, whole, file: basename(file), state }, papers);
}

/** What an earlier build says that it made. */
export interface Earlier {
  readonly reports: ReadonlyMap<string, PackageReport>;
  /** When it said so, in milliseconds since 1970. */
  readonly time: number;
}

/** Is a file that a report names still the one that it means? A newer one is of a build that was ended before it could report. */
function isSame(out: string, { file, bytes }: SheetReport, time: number): boolean {
  const stat = statOrNull(join(out, file));
  return stat !== null && stat.size === bytes && stat.mtimeMs <= time;
}

/** Are a package and its sheets all there? */
export function isComplete(out: string, report: PackageReport, time: number): boolean {
  return report.sheets.length > 0 && [report, ...report.sheets].every((one) => isSame(out, one, time));
}

function reportSheets({ papers }: PackagePlan, file: string, sheets: readonly Sheet[]): Pick<PackageReport, 'sheets' | 'papers'> {
  return {
    sheets: sheets.map(({ name, data }) => ({ file: `${dirname(file)}/${name}`, bytes: data.length })),
    ...(papers && { papers: papers.key }),
  };
}

/** Makes the sheets of a package that stays: those that are gone, that another hand has changed, or that are asked for now. */
function mendSheets(plan: PackagePlan, old: PackageReport, out: string, time: number): PackageReport {
  if (plan.papers?.key === old.papers && old.sheets.every((sheet) => isSame(out, sheet, time))) return old;
  const sheets = sheetsOf(plan, old.file, old.state)(old);
  for (const { name, data } of sheets) {
    const path = join(out, dirname(old.file), name);
    if (!holds(path, data)) writeWhole(path, data);
  }
  return { ...old, ...reportSheets(plan, old.file, sheets) };
}

/** Makes one zip and its sheets, or finds that those of an earlier build are still the same. */
export async function makePackage(plan: PackagePlan, request: BuildRequest, { reports, time }: Earlier): Promise<PackageReport> {
  const { course, cohort, modules, target, whole } = plan;
  const file = fileOf(plan);
  const old = reports.get(file);
  // Where a new zip is all but sure, the texts are deflated while they are looked at.
  const ready = !old || modules.some((module) => module.lasting) ? deflateAhead : () => undefined;
  // What is one SCO stands at the root, whether it is a module or a course.
  const made = bundle(modules, course, target, activityTypes(), whole && !modules[0]?.content.chapters, ready);
  const text = manifestOf(plan, made);
  const state = stateOf(plan);
  // The sheets tell this too, of which nothing is in the zip.
  const beside = JSON.stringify([
    cohort?.title,
    state,
    modules.flatMap(({ content }) => partsOf(content).map(({ id }) => ownValue(plan.retired, id))),
  ]);
  const key = packageKey(made.entries, `${text ?? ''}\0${beside}`, request.stamp);
  if (old?.key === key && old.sheets.length > 0 && isSame(request.out, old, time)) return mendSheets(plan, old, request.out, time);
  const path = join(request.out, file);
  mkdirSync(dirname(path), { recursive: true });
  const xsds = schemas(target, request.root);
  for (const entry of [...made.entries, ...xsds]) deflateAhead(entry);
  const { sheets, ...written } = await packageZip(path, made.entries, text, xsds, sheetsOf(plan, file, state));
  return reportOf(plan, made, { file, ...written, ...reportSheets(plan, file, sheets), state, key });
}

type Made = Pick<PackageReport, 'file' | 'bytes' | 'sha256' | 'files' | 'sheets' | 'papers' | 'state' | 'key'>;

async function reportOf(plan: PackagePlan, { entries, scos }: Bundle, made: Made): Promise<PackageReport> {
  const { course, cohort, modules, target, whole } = plan;
  return {
    course: course.id,
    ...(!whole && modules[0] && { module: modules[0].content.id }),
    ...(cohort !== undefined && { cohort: cohort.name }),
    target,
    ...made,
    scos: scos.length,
    scripts: await sizes(entries, '.js'),
    styles: await sizes(entries, '.css'),
    types: [...new Set(modules.flatMap((module) => module.types))].sort(),
    warnings: warningsOf(plan, made.state),
  };
}
