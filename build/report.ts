import { existsSync, readFileSync } from 'node:fs';
import type { Target } from '../src/model/course.ts';

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
  readonly scripts: { readonly bytes: number; readonly gzip: number };
  readonly styles: { readonly bytes: number; readonly gzip: number };
  readonly state: { readonly marks: number; readonly texts: number; readonly limit: number };
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
  /** The last build without a word to say: what it depended on, and the packages that it was asked for. */
  readonly last?: { readonly fingerprint: string; readonly files: readonly string[] };
}

/** The report of an earlier build; an empty one where there is none that can be read. */
export function readReport(path: string): BuildReport {
  if (!existsSync(path)) return { packages: [], stale: [] };
  try {
    const report: Partial<BuildReport> = JSON.parse(readFileSync(path, 'utf8'));
    return { packages: report.packages ?? [], stale: report.stale ?? [], ...(report.last && { last: report.last }) };
  } catch {
    return { packages: [], stale: [] };
  }
}
