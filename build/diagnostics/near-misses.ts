import type { Code } from './codes.ts';

/** Codes for a text that was almost right: they already explain why the activity around it is incomplete. */
export const NEAR_MISSES: ReadonlySet<Code> = new Set([
  'no-space-after-sign',
  'blank-in-address',
  'blank-before-address',
  'table-without-line',
  'pasted-bullet',
  'pasted-table',
  'foreign-box',
]);
