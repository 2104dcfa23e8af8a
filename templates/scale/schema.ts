import * as z from 'zod';
import type { CheckContext } from '../../build/activity-type.ts';
import { flag, list, reference, word } from '../../build/attribute-types.ts';

export const kind = 'activity';
export const form = 'scale';
/** Where a learner places himself is neither right nor wrong. */
export const scored = false;
export const gives = 'levels';

export const options = z.object({
  levels: list('levels="jamais; parfois; souvent"', 'levels="never; sometimes; often"').optional(),
  again: reference('again=position-avant', 'again=position-before').optional(),
  comment: flag('comment').optional(),
  'seen-by': word(['trainer', 'me'], 'me').meta({ example: 'seen-by=me' }).default('trainer'),
});

/** Radio buttons with more than so many words beside them are a page of their own. */
const MOST_LEVELS = 9;

export function check(values: Record<string, unknown>, context: CheckContext): void {
  const { levels, items, again } = values as { levels: readonly unknown[]; items: readonly unknown[]; again?: string };
  // What is asked again was checked where it is written.
  if (again !== undefined) {
    if (items.length > 0 || levels.length > 0) context.error('again-with-body', { again });
  } else if (levels.length < 2 || levels.length > MOST_LEVELS) context.error('wrong-levels', { has: levels.length, most: MOST_LEVELS });
  else if (items.length === 0) context.error('nothing-to-place');
}
