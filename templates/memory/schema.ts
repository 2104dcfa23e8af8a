import * as z from 'zod';
import type { CheckContext } from '../../build/activity-type.ts';

export const kind = 'activity';
export const form = 'pairs';
export const scored = true;

export const options = z.object({});

/** More cards than twice this are a test of patience. */
const MOST_PAIRS = 12;

export function check(values: Record<string, unknown>, context: CheckContext): void {
  const { columns, pairs, targets } = values as {
    columns: readonly string[];
    pairs: readonly { readonly left?: string; readonly right: string }[];
    targets: readonly unknown[];
  };
  // A body without a table was reported by its form.
  if (columns.length === 0) return;
  const lure = pairs.find(({ left }) => left === undefined);
  if (columns.length === 1 || columns.length > 3) context.error('wrong-columns', { has: columns.length });
  else if (lure || targets.length < pairs.length) context.error('card-without-partner');
  else if (pairs.length < 2) context.error('too-few-pairs', { has: pairs.length });
  else if (pairs.length > MOST_PAIRS) context.error('too-many-pairs', { has: pairs.length, limit: MOST_PAIRS });
}
