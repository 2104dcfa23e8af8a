import { join } from 'pathe';
import type { Diagnostics } from '../../diagnostics/diagnostics.ts';
import type { Files } from '../../host/host.ts';
import type { NumberedCourse } from '../../model/course.ts';
import { courseTargets } from '../../model/course-file.ts';
import type { BuildReport, PackageReport } from '../../model/report.ts';
import type { BuildRequest } from '../../model/request.ts';
import type { EarlierBuild } from '../../model/run.ts';
import { reportNotReadable } from './not-readable.ts';
import { reportNotWritable } from './not-writable.ts';
import { readReport, timeOf } from './report.ts';
import { reportTooLarge } from './write-package.ts';

function pathOf(out: string): string {
  return join(out, 'build.json');
}

/** Reads the report of the last build into a folder. */
export function earlierBuild(out: string, files: Files): EarlierBuild {
  const { packages } = readReport(files, pathOf(out));
  return { reports: packages, time: timeOf(files, pathOf(out)) };
}

function exists({ course, module, cohort, target }: PackageReport, courses: readonly NumberedCourse[]): boolean {
  const source = courses.find((one) => one.source.course.value.id === course)?.source;
  if (!source) return false;
  const { modules, targets } = source.course.value;
  const isMade =
    module === undefined ? courseTargets(source.course.value).includes(target) : modules.includes(module) && targets.includes(target);
  return isMade && (cohort === undefined || source.cohorts.some(({ name }) => name === cohort));
}

const filesOf = ({ file, sheets }: PackageReport): string[] => [file, ...sheets.map((sheet) => sheet.file)];

/** Merges new reports into old ones, and lists stale packages. @param courses all courses; null: unknown */
function mergeReports(
  old: BuildReport,
  packages: readonly PackageReport[],
  courses: readonly NumberedCourse[] | null,
  isThere: (file: string) => boolean,
): BuildReport {
  const fresh = new Set(packages.flatMap(filesOf));
  const others = old.packages.filter(({ file }) => !fresh.has(file) && isThere(file));
  const gone = courses ? others.filter((report) => !exists(report, courses)) : [];
  const left = old.stale.filter((file) => isThere(file) && !fresh.has(file));
  const kept = others.filter((report) => !gone.includes(report));
  return {
    packages: [...packages, ...kept].sort((a, b) => (a.file < b.file ? -1 : 1)),
    stale: [...new Set([...gone.flatMap(filesOf), ...left])].sort(),
  };
}

/**
 * Adds packages to `build.json`. It is read again, because another build may have reported other modules meanwhile.
 * @param courses all courses of the project; null if one of them can't be read
 */
export function writeReport(
  packages: readonly PackageReport[],
  courses: readonly NumberedCourse[] | null,
  out: string,
  files: Files,
): BuildReport {
  const old = readReport(files, pathOf(out));
  const report = mergeReports(old, packages, courses, (file) => files.factsBehind(join(out, file)) !== null);
  files.write(pathOf(out), `${JSON.stringify(report, null, 2)}\n`);
  return report;
}

/** Reports why packages could not be written; false if the error is about something else. */
export function reportWriteError(error: unknown, { out, modules }: BuildRequest, diagnostics: Diagnostics): boolean {
  return reportTooLarge(error, diagnostics) || reportNotWritable(error, out, diagnostics) || reportNotReadable(error, modules, diagnostics);
}
