import * as z from 'zod';
import type { CheckContext } from '../../build/activity-type.ts';

export const kind = 'activity';
export const form = 'choices';
/** A list of what was done or found is no question. */
export const scored = false;

export const options = z.object({});

export function check(values: Record<string, unknown>, context: CheckContext): void {
  const { length } = values.choices as readonly unknown[];
  if (length === 0) context.error('no-line');
}
