import * as z from 'zod';
import type { CheckContext } from '../../build/activity-type.ts';

export const kind = 'activity';
export const form = 'pairs';
export const scored = true;

export const options = z.object({});

export function check(values: Record<string, unknown>, context: CheckContext): void {
  const { columns, pairs, targets } = values as {
    columns: readonly string[];
    pairs: readonly { readonly left?: string }[];
    targets: readonly unknown[];
  };
  const has = pairs.filter((pair) => pair.left !== undefined).length;
  // A body without a table was reported by its form.
  if (columns.length === 0) return;
  if (columns.length === 1 || columns.length > 3) context.error('wrong-columns', { has: columns.length });
  else if (has < 2) context.error('too-few-pairs', { has });
  else if (targets.length < 2) context.error('one-target');
}
