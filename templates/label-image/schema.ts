import * as z from 'zod';
import type { CheckContext } from '../../build/activity-type.ts';

export const kind = 'activity';
export const form = 'labels';
export const scored = true;

export const options = z.object({});

/** What SCORM 2004 takes in one answer of several pairs (RTE 4.2.9.1). */
const MOST_SPOTS = 36;

export function check(values: Record<string, unknown>, context: CheckContext): void {
  const { columns, spots } = values as { columns: number; spots: readonly unknown[] };
  // A body without a table was reported by its form.
  if (columns === 0) return;
  if (columns < 3 || columns > 4) context.error('wrong-label-columns', { has: columns });
  else if (spots.length < 2) context.error('too-few-spots', { has: spots.length });
  else if (spots.length > MOST_SPOTS) context.error('too-many-lines', { has: spots.length, limit: MOST_SPOTS });
}
