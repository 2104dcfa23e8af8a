import * as z from 'zod';
import type { CheckContext } from '../../build/activity-type.ts';
import { count, reference, word } from '../../build/attribute-types.ts';
import type { Field } from './scoring.ts';

export const kind = 'activity';
export const form = 'fields';
export const asks = true;
export const scored = false;
export const gives = 'words';

export const options = z.object({
  'min-words': count(1, 2000, 'min-words=15').optional(),
  'max-words': count(1, 4000, 'max-words=120').optional(),
  'max-characters': count(20, 32000, 'max-characters=1000').optional(),
  recall: reference('recall=ma-definition', 'recall=my-definition', 'words').optional(),
  'seen-by': word(['trainer', 'me'], 'me').meta({ example: 'seen-by=me' }).default('trainer'),
});

export function check(values: Record<string, unknown>, context: CheckContext): void {
  const [field, ...more] = values.fields as readonly (Field & { readonly title?: string })[];
  if (more.length > 0 || field?.title !== undefined) context.error('one-field');
  const { minWords = 0, maxWords = Number.POSITIVE_INFINITY } = field ?? {};
  if (minWords > maxWords) context.error('more-than-allowed', { min: minWords, max: maxWords });
}
