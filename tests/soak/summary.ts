import type { SoakResult } from './soak.ts';

/** Formats the summary line. */
export function summary({ sessions, faults, failures }: SoakResult): string {
  const count = (kind: string): number => failures.filter((failure) => failure.kind === kind).length;
  return `sessions ${sessions}, faults ${faults}, lost ${count('lost')}, lowered ${count('lowered')}, refused calls ${count('refused')}, out of limit ${count('overlong')}`;
}
