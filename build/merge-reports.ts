import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { courseTargets } from './course-file.ts';
import type { PreparedCourse } from './prepare-course.ts';
import type { BuildReport, PackageReport } from './report.ts';

/**
 * New reports over old ones; what belongs to nothing any more is listed as stale.
 * @param courses all that there are, null where that is not known
 */
export function mergeReports(
  old: BuildReport,
  packages: readonly PackageReport[],
  courses: readonly PreparedCourse[] | null,
  out: string,
): BuildReport {
  const filesOf = ({ file, sheets }: PackageReport): string[] => [file, ...sheets.map((sheet) => sheet.file)];
  const fresh = new Set(packages.flatMap(filesOf));
  const exists = ({ course, module, cohort, target }: PackageReport): boolean => {
    if (!courses) return true;
    const found = courses.find((one) => one.source.course.value.id === course);
    const file = found?.source.course.value;
    if (!found || !file) return false;
    const isMade =
      module === undefined ? courseTargets(file).includes(target) : file.modules.includes(module) && file.targets.includes(target);
    return isMade && (cohort === undefined || found.source.cohorts.some((one) => one.name === cohort));
  };
  const others = old.packages.filter((report) => !fresh.has(report.file) && existsSync(join(out, report.file)));
  const stale = [
    ...new Set([
      ...others.filter((report) => !exists(report)).flatMap(filesOf),
      ...old.stale.filter((file) => existsSync(join(out, file)) && !fresh.has(file)),
    ]),
  ];
  const kept = others.filter(exists);
  return { packages: [...packages, ...kept].sort((a, b) => (a.file < b.file ? -1 : 1)), stale: stale.sort() };
}
