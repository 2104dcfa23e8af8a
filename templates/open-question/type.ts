import * as z from 'zod';
import { fields } from '../../build/stages/check/forms/fields.ts';
import { count, reference, word } from '../../build/types/attribute-types.ts';
import { defineType, type OptionsOf } from '../../build/types/define-type.ts';

export const definition = defineType({
  kind: 'activity',
  form: fields,
  asks: true,
  scored: false,
  gives: 'words',
  attributes: z.object({
    'min-words': count(1, 2000, 'min-words=15').optional(),
    'max-words': count(1, 4000, 'max-words=120').optional(),
    'max-characters': count(20, 32000, 'max-characters=1000').optional(),
    recall: reference('recall=ma-definition', 'recall=my-definition', 'answer').optional(),
    'seen-by': word(['trainer', 'me'], 'me').meta({ example: 'seen-by=me' }).default('trainer'),
  }),
  check({ fields: [field, ...more] }, context) {
    if (more.length > 0 || field?.title !== undefined) context.error('one-field');
    const { minWords = 0, maxWords = Number.POSITIVE_INFINITY } = field ?? {};
    if (minWords > maxWords) context.error('more-than-allowed', { min: minWords, max: maxWords });
  },
});

type Read = OptionsOf<typeof definition>;

export interface Options extends Omit<Read, 'fields'> {
  /** One field: `check` refuses more. */
  readonly fields: readonly [Read['fields'][number]];
}
