import type { MadePackage, PlannedPackage, Prepared } from '../../build/studio/engine/prepare-calls.ts';

/** Describes a package that is not made yet. */
export function planned(more: Partial<PlannedPackage> = {}): PlannedPackage {
  const counts = { activities: 3, points: 4, competencies: 2, state: 100, limit: 4096 };
  return { file: 'four/s1.scorm12.zip', title: 'Session 1', ...counts, since: '', changes: null, obstacle: '', ...more };
}

/** Result of a look at packages. */
export function preparedAs(packages: readonly PlannedPackage[], more: Partial<Prepared> = {}): Prepared {
  return { problems: [], packages, groups: [], ...more };
}

/** Describes a package that was made. */
export function madeAs(name: string, more: Partial<MadePackage> = {}): MadePackage {
  return { path: `dist/four/${name}`, session: 's1', bytes: 2048, sheets: [], ...more };
}
