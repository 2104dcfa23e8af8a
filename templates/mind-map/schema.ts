import * as z from 'zod';
import type { CheckContext } from '../../build/activity-type.ts';
import { count, flag, word } from '../../build/attribute-types.ts';

export const kind = 'activity';
export const form = 'tree';
/** A map of one's own is neither right nor wrong. */
export const scored = false;
/** A map to read is done once it was shown. */
export const button = (options: Record<string, unknown>): boolean => options.fill === true;
export const gives = 'words';

export const options = z.object({
  fill: flag('fill').default(false),
  // Of each branch.
  min: count(1, 10, 'min=2').default(1),
  max: count(1, 20, 'max=8').default(8),
  // Of all ideas together.
  'max-characters': count(100, 4000, 'max-characters=1000').default(1000),
  'seen-by': word(['trainer', 'me'], 'me').meta({ example: 'seen-by=me' }).default('trainer'),
});

export function check(values: Record<string, unknown>, context: CheckContext): void {
  const { min, max } = values as { min: number; max: number };
  if (min > max) context.error('min-over-max', { min, max });
}
