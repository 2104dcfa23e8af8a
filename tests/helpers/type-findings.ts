import type { CheckContext } from '../../build/types/activity-type.ts';

/** What a type reports, as `error code`, with the values, then the marker of a part where it names one. */
export type Found = readonly [what: string, ...rest: readonly unknown[]];

/** Checks options of an activity or a block as a build does. */
export function findingsOf({ check }: { check?(options: never, context: CheckContext): void }, options: object): Found[] {
  const found: Found[] = [];
  const record =
    (severity: string) =>
    (code: string, ...rest: readonly unknown[]) =>
      void found.push([`${severity} ${code}`, ...rest]);
  check?.(options as never, { at: { file: 'a.md', line: 1, column: 1 }, error: record('error'), warning: record('warning') });
  return found;
}
