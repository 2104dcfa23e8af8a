import { expect } from 'vitest';
import { root } from '../helpers/examples-project.ts';
import { isLong, isWhole } from '../helpers/sweep.ts';
import { soak } from './soak.ts';
import { summary } from './summary.ts';

/** Sessions of one seed; four seeds make the 20 000 of a long run. */
const SESSIONS = isWhole ? 5000 : isLong ? 1000 : 300;

/** Milliseconds that a slow computer may take for one seed. */
export const PATIENCE = 600_000;

/** Plays the sessions of a seed: nothing may be lost, lowered, refused or too long. */
export function playSeed(seed: number): void {
  const { failures, ...rest } = soak({ root, sessions: SESSIONS, seed });
  const again = failures
    .slice(0, 5)
    .map(({ session, kind, what }) => `${kind}: ${what} (npm run soak -- --seed ${seed} --only ${session})`);
  expect(again, summary({ failures, ...rest })).toEqual([]);
  expect(rest.sessions).toBe(SESSIONS);
  // Otherwise nothing was tried.
  expect(rest.faults).toBeGreaterThan(SESSIONS);
}
