import { existsSync, readFileSync } from 'node:fs';
import type { Target } from '../src/model/course.ts';
import type { Thrift } from '../src/model/limits-leaving.ts';
import { statOrNull } from './stat.ts';

/** A file that lies beside a zip. */
export interface SheetReport {
  /** Path below `dist/`. */
  readonly file: string;
  readonly bytes: number;
}

/** One package in `dist/build.json`. Sizes in bytes; saved state in characters. */
export interface PackageReport {
  readonly course: string;
  /** Absent: the whole course. */
  readonly module?: string;
  /** Absent: the base build. */
  readonly cohort?: string;
  readonly target: Target;
  /** Path below `dist/`. */
  readonly file: string;
  readonly bytes: number;
  readonly sha256: string;
  readonly files: number;
  /** Number of items that an LMS shows of it. */
  readonly scos: number;
  /** What lies beside it for the trainer. */
  readonly sheets: readonly SheetReport[];
  /** Names what guide, handout and statement were made of besides the package; absent: they were not asked for. */
  readonly papers?: string;
  readonly scripts: { readonly bytes: number; readonly gzip: number };
  readonly styles: { readonly bytes: number; readonly gzip: number };
  /**
   * 2004 only. `leaving`: bytes to send when the tab is closed with everything answered. `thrift`: kinds of data that the
   * package leaves out for that; absent: none.
   */
  readonly state: {
    readonly marks: number;
    readonly texts: number;
    readonly limit: number;
    readonly leaving?: number;
    readonly thrift?: readonly Thrift[];
  };
  readonly types: readonly string[];
  readonly warnings: readonly string[];
  /** Names what it was made of: an equal key needs no new zip. */
  readonly key: string;
}

/** `dist/build.json`. */
export interface BuildReport {
  readonly packages: readonly PackageReport[];
  /** Files of packages whose module, cohort or target no longer exists. */
  readonly stale: readonly string[];
  /** The last build without an error or a warning: what it depended on, and the packages that it was asked for. */
  readonly last?: { readonly fingerprint: string; readonly files: readonly string[] };
}

function isText(value: unknown): value is string {
  return typeof value === 'string';
}

function listOf(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : [];
}

/** Has it what the program asks of it? Another hand may have been in the file. */
function isPackage(value: unknown): value is PackageReport {
  const { course, module, cohort, file, key, types, warnings, scripts, styles, state } = (value ?? {}) as Partial<PackageReport>;
  const names = [course, file, key, module ?? '', cohort ?? ''].every(isText);
  return (
    names && Array.isArray(types) && Array.isArray(warnings) && [scripts, styles, state].every((size) => typeof size === 'object' && size)
  );
}

function isSheet(value: unknown): value is SheetReport {
  return isText((value as Partial<SheetReport> | null)?.file);
}

/** Packages of programs that made no sheets have none. */
function withSheets(report: PackageReport): PackageReport {
  return { ...report, sheets: listOf(report.sheets).filter(isSheet) };
}

function isLast(value: unknown): value is BuildReport['last'] & {} {
  const { fingerprint, files } = (value ?? {}) as Partial<NonNullable<BuildReport['last']>>;
  return isText(fingerprint) && Array.isArray(files);
}

/** When a report was written, in milliseconds since 1970; 0 where there is none. */
export function timeOf(path: string): number {
  return statOrNull(path)?.mtimeMs ?? 0;
}

/** The report of an earlier build; an empty one where there is none that can be read. */
export function readReport(path: string): BuildReport {
  if (!existsSync(path)) return { packages: [], stale: [] };
  try {
    const report: Partial<Record<keyof BuildReport, unknown>> = JSON.parse(readFileSync(path, 'utf8')) ?? {};
    const { last } = report;
    return {
      packages: listOf(report.packages).filter(isPackage).map(withSheets),
      stale: listOf(report.stale).filter(isText),
      ...(isLast(last) && { last }),
    };
  } catch {
    return { packages: [], stale: [] };
  }
}
