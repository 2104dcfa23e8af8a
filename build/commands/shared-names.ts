import type { Language } from '../messages/format.ts';
import type { PackageReport } from '../report.ts';
import { count } from './words.ts';

/** Sentences about names that sessions of several courses have: each of them was built. */
export function sharedNames(packages: readonly PackageReport[], names: readonly string[], language: Language): string[] {
  return [...new Set(names)].flatMap((name) => {
    const courses = [...new Set(packages.flatMap(({ course, module }) => (module === name ? course : [])))].sort();
    const last = courses.at(-1);
    if (last === undefined || courses.length < 2) return [];
    const list = courses.slice(0, -1).join(', ');
    // A pair is « both », more are « all ».
    return count('sharedName', { name, list, course: last, n: courses.length - 1 }, language);
  });
}
