import * as z from 'zod';
import type { CheckContext } from '../../build/activity-type.ts';

export const kind = 'activity';
export const form = 'choices';
export const scored = true;

export const options = z.object({});

export function check(values: Record<string, unknown>, context: CheckContext): void {
  if ((values.choices as readonly unknown[]).length === 0) context.error('no-statement');
}
