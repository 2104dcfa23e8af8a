import { basename, dirname, join } from 'pathe';
import type { Bundle } from '../../model/built.ts';
import { DESCRIPTION, type PackagePlan } from '../../model/package.ts';
import type { PackageReport } from '../../model/report.ts';
import type { PackWork } from '../../model/run.ts';
import type { Sheet, SheetsOf, ZipFacts } from '../../model/sheet.ts';
import { contentDigest, describe } from './describe.ts';
import { besideOf, fileOf, isSameFile, reportOf, reportSheets, stateOf } from './package-report.ts';
import { checkLimits, MANIFEST, writePackage } from './write-package.ts';

/** Makes the sheets of an unchanged package again if some are missing, were edited, or are requested now. */
function renewSheets(
  plan: PackagePlan,
  old: PackageReport,
  sheetsOf: SheetsOf,
  { request: { out }, earlier, engine }: PackWork,
): PackageReport {
  const { files } = engine.host;
  if (plan.papers?.key === old.papers && old.sheets.every((sheet) => isSameFile(out, sheet, earlier.time, files))) return old;
  const sheets = sheetsOf(basename(old.file), old.state, old);
  files.writeTogether(sheets.map(({ name, data }) => ({ path: join(out, dirname(old.file), name), data })));
  return { ...old, ...reportSheets(plan, old.file, sheets) };
}

/**
 * Writes one zip and its sheets, or keeps those of an earlier build if they are the same.
 * @param manifest text of `imsmanifest.xml`; absent on the web
 */
export async function packPackage(
  plan: PackagePlan,
  made: Bundle,
  manifest: string | undefined,
  sheetsOf: SheetsOf,
  work: PackWork,
): Promise<PackageReport> {
  const { request, earlier, engine } = work;
  const { out } = request;
  const { host, pieces, stamp, version } = engine;
  const schemas = plan.target === 'web' ? [] : pieces.schemas(plan.target);
  const file = fileOf(plan);
  const state = stateOf(plan);
  const rest = [...made.entries, ...schemas, ...(manifest === undefined ? [] : [{ name: MANIFEST, data: manifest }])];
  // Checks sizes before reading very large files.
  checkLimits(join(out, file), rest);
  const content = contentDigest(rest, host.sha256);
  const key = host.sha256([stamp, content, besideOf(plan, state)]);
  const old = earlier.reports.find((report) => report.file === file);
  if (old?.key === key && old.sheets.length > 0 && isSameFile(out, old, earlier.time, host.files))
    return renewSheets(plan, old, sheetsOf, work);
  const own = [...made.entries, { name: DESCRIPTION, data: describe(plan, content, version) }];
  const make = (zip: Omit<ZipFacts, 'content'>): readonly Sheet[] => sheetsOf(basename(file), state, { ...zip, content });
  const { sheets, ...zip } = await writePackage(join(out, file), { own, manifest, schemas }, make, host);
  return reportOf(plan, made, { file, ...zip, content, ...reportSheets(plan, file, sheets), state, key });
}
