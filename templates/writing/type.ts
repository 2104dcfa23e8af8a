import * as z from 'zod';
import { fields } from '../../build/stages/check/forms/fields.ts';
import { count, reference, word } from '../../build/types/attribute-types.ts';
import { defineType, type OptionsOf } from '../../build/types/define-type.ts';

export const definition = defineType({
  kind: 'activity',
  form: fields,
  /** Texts are read by the trainer, not judged. */
  scored: false,
  gives: 'words',
  attributes: z.object({
    'min-words': count(1, 2000, 'min-words=50').optional(),
    'max-words': count(1, 4000, 'max-words=250').optional(),
    'max-characters': count(20, 32000, 'max-characters=2000').optional(),
    recall: reference('recall=ma-definition', 'recall=my-definition', 'answer').optional(),
    'seen-by': word(['trainer', 'me'], 'me').meta({ example: 'seen-by=me' }).default('trainer'),
  }),
  check({ fields }, context) {
    if (fields.some(({ title }) => title === undefined)) context.error('no-card', { name: 'writing' });
    if (fields.some(({ title }) => title === '')) context.error('card-without-title', { name: 'writing' });
    for (const { minWords: min = 0, maxWords: max = Number.POSITIVE_INFINITY } of fields) {
      if (min > max) context.error('more-than-allowed', { min, max });
    }
  },
});

type Field = OptionsOf<typeof definition>['fields'][number];

export interface Options {
  readonly recall?: string;
  /** Each field has a title: `check` refuses others. */
  readonly fields: readonly (Field & { readonly text: string })[];
}
