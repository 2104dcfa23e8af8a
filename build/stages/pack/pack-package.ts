import { basename, dirname, join } from 'pathe';
import type { Engine } from '../../host/engine.ts';
import type { Entry } from '../../host/host.ts';
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

/** Files of a package, without its description. */
function undescribed({ target }: PackagePlan, made: Bundle, manifest: string | undefined, { pieces }: Engine) {
  const schemas = target === 'web' ? [] : pieces.schemas(target);
  return { schemas, rest: [...made.entries, ...schemas, ...(manifest === undefined ? [] : [{ name: MANIFEST, data: manifest }])] };
}

/** Lists all files of a package that is not written. @param manifest text of `imsmanifest.xml`; absent on the web */
export function packageEntries(plan: PackagePlan, made: Bundle, manifest: string | undefined, engine: Engine): readonly Entry[] {
  const { rest } = undescribed(plan, made, manifest, engine);
  return [...rest, { name: DESCRIPTION, data: describe(plan, contentDigest(rest, engine.host.sha256), engine.version) }];
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
  const { host, stamp, version } = engine;
  const file = fileOf(plan);
  const state = stateOf(plan);
  const { schemas, rest } = undescribed(plan, made, manifest, engine);
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
