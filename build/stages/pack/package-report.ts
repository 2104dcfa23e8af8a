import { dirname, join } from 'pathe';
import { partsOf } from '../../../src/model/course/chapters.ts';
import { stateLimit } from '../../../src/model/standards/limits.ts';
import { beaconLimit, givesWay } from '../../../src/model/standards/limits-leaving.ts';
import type { Files } from '../../host/host.ts';
import type { Bundle } from '../../model/built.ts';
import { ownValue } from '../../model/own-value.ts';
import type { PackagePlan } from '../../model/package.ts';
import type { PackageReport, SheetReport } from '../../model/report.ts';
import { leavingOf } from '../../model/sco-size.ts';
import type { Sheet } from '../../model/sheet.ts';

/** Returns the path of a package below the output folder: `course/[cohort/]module.target.zip`. */
export function fileOf({ course, cohort, modules, target, whole }: PackagePlan): string {
  const name = whole ? course.id : (modules[0]?.content.id ?? course.id);
  return [course.id, ...(cohort === undefined ? [] : [cohort.name]), `${name}.${target}.zip`].join('/');
}

/** Tests whether a file is still the reported one. A newer file is from a build that ended before its report. */
export function isSameFile(out: string, { file, bytes }: SheetReport, time: number, files: Files): boolean {
  const facts = files.factsBehind(join(out, file));
  return facts !== null && facts.bytes === bytes && facts.changed <= time;
}

/** Returns the limit of saved state, and the size of a package's largest SCO. Each SCO has its own state. */
export function stateOf({ modules, course, target }: PackagePlan): PackageReport['state'] {
  const sizes = modules.map(({ size }) => size.state);
  const largest = sizes.reduce((one, other) => (other.marks + other.texts > one.marks + one.texts ? other : one));
  const limit = stateLimit(course.profile, target);
  if (!target.startsWith('scorm2004')) return { ...largest, limit };
  const all = modules.map(({ size }) => leavingOf(size, limit));
  const thrift = givesWay.filter((kind) => all.some((leaving) => leaving.thrift.includes(kind)));
  return { ...largest, limit, leaving: Math.max(...all.map(({ bytes }) => bytes)), ...(thrift.length > 0 && { thrift }) };
}

/** Serialises inputs of the sheets that are in no zip. */
export function besideOf({ cohort, modules, retired }: PackagePlan, state: PackageReport['state']): string {
  const gone = modules.flatMap(({ content }) => partsOf(content).map(({ id }) => ownValue(retired, id)));
  return JSON.stringify([cohort?.title, state, gone]);
}

export function reportSheets({ papers }: PackagePlan, file: string, sheets: readonly Sheet[]): Pick<PackageReport, 'sheets' | 'papers'> {
  return {
    sheets: sheets.map(({ name, data }) => ({ file: `${dirname(file)}/${name}`, bytes: data.length })),
    ...(papers && { papers: papers.key }),
  };
}

function warningsOf(plan: PackagePlan, { leaving = 0 }: PackageReport['state']): string[] {
  return [
    ...(plan.whole && plan.target.startsWith('scorm2004') && plan.modules.length > 1 ? ['several-scos-in-2004'] : []),
    ...(leaving > beaconLimit ? ['leaving-page-too-large'] : []),
  ];
}

type Made = Pick<PackageReport, 'file' | 'bytes' | 'sha256' | 'content' | 'files' | 'sheets' | 'papers' | 'state' | 'key'>;

/** Makes the line of a package in `dist/build.json`. */
export function reportOf(plan: PackagePlan, { scos }: Bundle, made: Made): PackageReport {
  const { course, cohort, modules, target, whole } = plan;
  return {
    course: course.id,
    ...(!whole && modules[0] && { module: modules[0].content.id }),
    ...(cohort !== undefined && { cohort: cohort.name }),
    target,
    ...made,
    scos: scos.length,
    types: [...new Set(modules.flatMap((module) => module.types))].sort(),
    warnings: warningsOf(plan, made.state),
  };
}
