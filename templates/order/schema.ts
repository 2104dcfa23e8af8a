import * as z from 'zod';
import type { CheckContext } from '../../build/activity-type.ts';

export const kind = 'activity';
export const form = 'steps';
export const asks = true;
export const scored = true;

export const options = z.object({});

export function check(values: Record<string, unknown>, context: CheckContext): void {
  const has = (values.steps as readonly unknown[]).length;
  if (has < 2) context.error('too-few-steps', { has });
}
