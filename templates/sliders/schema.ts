import * as z from 'zod';
import type { CheckContext } from '../../build/activity-type.ts';
import { count, flag, sentence, word } from '../../build/attribute-types.ts';

export const kind = 'activity';
export const form = 'scale';
/** How a learner judges a situation is neither right nor wrong. */
export const scored = false;

export const options = z.object({
  min: count(0, 99, 'min=0').default(0),
  max: count(1, 100, 'max=10').default(10),
  low: sentence('low="pas du tout"', 'low="not at all"').optional(),
  high: sentence('high="tout à fait"', 'high="entirely"').optional(),
  facts: flag('facts').optional(),
  'seen-by': word(['trainer', 'me'], 'me').meta({ example: 'seen-by=me' }).default('trainer'),
});

/** What a radar shows legibly. */
const MOST_LINES = 12;

export function check(values: Record<string, unknown>, context: CheckContext): void {
  const { items, min, max } = values as { items: readonly unknown[]; min: number; max: number };
  if (items.length === 0) context.error('nothing-to-place');
  else if (items.length > MOST_LINES) context.error('too-many-lines', { has: items.length, limit: MOST_LINES });
  if (min >= max) context.error('min-over-max', { min, max });
}
