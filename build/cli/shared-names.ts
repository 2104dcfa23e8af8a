import type { Language } from '../diagnostics/format.ts';
import type { PackageReport } from '../model/report.ts';
import { count } from './strings.ts';

/** Warns about names that sessions of several courses have: all of these were built. */
export function sharedNames(packages: readonly PackageReport[], names: readonly string[], language: Language): string[] {
  return [...new Set(names)].flatMap((name) => {
    const courses = [...new Set(packages.flatMap(({ course, module }) => (module === name ? course : [])))].sort();
    const last = courses.at(-1);
    if (last === undefined || courses.length < 2) return [];
    const list = courses.slice(0, -1).join(', ');
    // Two are « both », more are « all ».
    return count('sharedName', { name, list, course: last, n: courses.length - 1 }, language);
  });
}
