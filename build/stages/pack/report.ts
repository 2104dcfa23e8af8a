import type { Files } from '../../host/host.ts';
import type { BuildReport, PackageReport, SheetReport } from '../../model/report.ts';

function isText(value: unknown): value is string {
  return typeof value === 'string';
}

function listOf(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : [];
}

/** Tests for the required members; the file may have been edited. */
function isPackage(value: unknown): value is PackageReport {
  const { course, module, cohort, file, key, types, warnings, state } = (value ?? {}) as Partial<PackageReport>;
  const names = [course, file, key, module ?? '', cohort ?? ''].every(isText);
  return names && Array.isArray(types) && Array.isArray(warnings) && typeof state === 'object' && state !== null;
}

function isSheet(value: unknown): value is SheetReport {
  return isText((value as Partial<SheetReport> | null)?.file);
}

/** Adds an empty list of sheets to reports of old versions. */
function withSheets(report: PackageReport): PackageReport {
  return { ...report, content: report.content ?? '', sheets: listOf(report.sheets).filter(isSheet) };
}

/** Returns the time of a report, in milliseconds since 1970; 0 if there is none. */
export function timeOf(files: Files, path: string): number {
  return files.factsBehind(path)?.changed ?? 0;
}

/** Reads the report of an earlier build; an empty one if none can be read. */
export function readReport(files: Files, path: string): BuildReport {
  try {
    const report: Partial<Record<keyof BuildReport, unknown>> = JSON.parse(new TextDecoder().decode(files.read(path))) ?? {};
    return {
      packages: listOf(report.packages).filter(isPackage).map(withSheets),
      stale: listOf(report.stale).filter(isText),
    };
  } catch {
    return { packages: [], stale: [] };
  }
}
