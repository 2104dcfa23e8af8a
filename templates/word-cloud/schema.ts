import * as z from 'zod';
import type { CheckContext } from '../../build/activity-type.ts';
import { address, count, word } from '../../build/attribute-types.ts';

export const kind = 'activity';
export const form = 'fields';
export const asks = true;
/** What a word makes one think of is neither right nor wrong. */
export const scored = false;
export const gives = 'words';

export const options = z.object({
  min: count(1, 10, 'min=3').default(3),
  max: count(1, 30, 'max=10').default(10),
  wall: address('wall="{{mur}}"', 'wall="{{wall}}"').optional(),
  // Of all words together.
  'max-characters': count(40, 2000, 'max-characters=400').default(400),
  'seen-by': word(['trainer', 'me'], 'me').meta({ example: 'seen-by=me' }).default('trainer'),
});

export function check(values: Record<string, unknown>, context: CheckContext): void {
  const { fields, min, max } = values as { fields: readonly { readonly title?: string }[]; min: number; max: number };
  if (fields.length > 1 || fields[0]?.title !== undefined) context.error('one-field');
  if (min > max) context.error('min-over-max', { min, max });
}
