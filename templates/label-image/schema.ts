import * as z from 'zod';
import type { CheckContext } from '../../build/activity-type.ts';
import { mostInAnswer } from '../../src/model/limits.ts';

export const kind = 'activity';
export const form = 'labels';
export const scored = true;

export const options = z.object({});

export function check(values: Record<string, unknown>, context: CheckContext): void {
  const { columns, spots } = values as { columns: number; spots: readonly unknown[] };
  // A body without a table was reported by its form.
  if (columns === 0) return;
  if (columns < 3 || columns > 4) context.error('wrong-label-columns', { has: columns });
  else if (spots.length < 2) context.error('too-few-spots', { has: spots.length });
  else if (spots.length > mostInAnswer) context.error('too-many-lines', { has: spots.length, limit: mostInAnswer });
}
