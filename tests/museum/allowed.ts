import type { Expected, KeptState } from './kept.ts';

/** A change that was made on purpose. */
interface Allowed {
  /** `0.1/galerie/1.2/half` */
  readonly state: string;
  /** Path in the expected values: `activities.q-frein.outcome`. */
  readonly at: string;
  /** Today's value. */
  readonly now: unknown;
  readonly why: string;
}

/** All changes in what kept states show, each with its reason. The fixtures themselves never change. */
const ALLOWED: readonly Allowed[] = [];

/**
 * Gives what a state must show today.
 * @throws where the table names a path that does not exist, or a value that was there from the start
 */
export function expectedOf({ name, expected }: KeptState): Expected {
  const copy = structuredClone(expected);
  for (const { at, now } of ALLOWED.filter(({ state }) => state === name)) {
    const keys = at.split('.');
    const last = keys.pop() ?? '';
    const holder = keys.reduce<unknown>((one, key) => (one as Record<string, unknown> | undefined)?.[key], copy);
    const members = holder as Record<string, unknown> | undefined;
    if (!members || JSON.stringify(members[last]) === JSON.stringify(now)) throw new Error(`${name} does not change at ${at}`);
    members[last] = now;
  }
  return copy;
}
