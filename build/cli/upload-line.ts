import { dirname, join, relative } from 'node:path';
import type { Language } from '../diagnostics/format.ts';
import { slashed } from '../files/folder.ts';
import type { PackageReport } from '../model/report.ts';
import { fill, strings } from './strings.ts';

/** Targets, sorted by how well Moodle records them, best first. */
const TARGETS = ['scorm12', 'scorm2004-4', 'scorm2004-3'] as const;

/** Lists packages for one LMS activity each: the course if it is one SCO, else its sessions; those without a cohort first. */
function uploadable(packages: readonly PackageReport[]): readonly PackageReport[] {
  const target = TARGETS.find((one) => packages.some((report) => report.target === one));
  const all = packages.filter((report) => report.target === target);
  const wholes = all.filter(({ module, scos }) => module === undefined && scos === 1);
  const single = (report: PackageReport): boolean => wholes.some(({ course }) => course === report.course);
  const due = all.filter((report) => (single(report) ? wholes.includes(report) : report.module !== undefined));
  return [...due.filter(({ cohort }) => cohort === undefined), ...due.filter(({ cohort }) => cohort !== undefined)];
}

/** Names a file to upload to Moodle, its upload sheet, and the folders of cohorts; '' if no package is for an LMS. */
export function uploadLine(packages: readonly PackageReport[], out: string, language: Language): string {
  const [first, ...others] = uploadable(packages);
  const sheet = first?.sheets.find(({ file }) => file.endsWith('.depot.html'));
  if (!first || !sheet) return '';
  const w = strings[language];
  const shown = ({ file }: { readonly file: string }): string => relative(process.cwd(), join(out, file));
  if (others.length === 0) return fill(w.upload, { file: shown(first), sheet: shown(sheet) });
  const other = others.find(({ cohort }) => cohort !== first.cohort);
  const cohort = other ? fill(w.uploadCohort, { folder: slashed(dirname(shown(other))) }) : '';
  return fill(w.uploadMany, { file: shown(first), cohort });
}
