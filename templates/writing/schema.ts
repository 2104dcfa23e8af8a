import * as z from 'zod';
import type { CheckContext } from '../../build/activity-type.ts';
import { count, word } from '../../build/attribute-types.ts';
import type { Field } from './scoring.ts';

export const kind = 'activity';
export const form = 'fields';
/** What is written is read, not judged. */
export const scored = false;
export const gives = 'words';

export const options = z.object({
  'min-words': count(1, 2000, 'min-words=50').optional(),
  'max-words': count(1, 4000, 'max-words=250').optional(),
  'max-characters': count(20, 32000, 'max-characters=2000').optional(),
  'seen-by': word(['trainer', 'me'], 'me').meta({ example: 'seen-by=me' }).default('trainer'),
});

export function check(values: Record<string, unknown>, context: CheckContext): void {
  const fields = values.fields as readonly (Field & { readonly title?: string })[];
  if (fields.some(({ title }) => title === undefined)) context.error('no-card', { name: 'writing' });
  if (fields.some(({ title }) => title === '')) context.error('card-without-title', { name: 'writing' });
  for (const { minWords: min = 0, maxWords: max = Number.POSITIVE_INFINITY } of fields) {
    if (min > max) context.error('more-than-allowed', { min, max });
  }
}
