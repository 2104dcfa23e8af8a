import * as z from 'zod';
import { fields } from '../../build/stages/check/forms/fields.ts';
import { address, count, word } from '../../build/types/attribute-types.ts';
import { defineType, type OptionsOf } from '../../build/types/define-type.ts';

export const definition = defineType({
  kind: 'activity',
  form: fields,
  asks: true,
  /** Associations are neither right nor wrong. */
  scored: false,
  gives: 'words',
  attributes: z.object({
    min: count(1, 10, 'min=3').default(3),
    max: count(1, 30, 'max=10').default(10),
    wall: address('wall="{{mur}}"', 'wall="{{wall}}"').optional(),
    // For all words together.
    'max-characters': count(40, 2000, 'max-characters=400').default(400),
    'seen-by': word(['trainer', 'me'], 'me').meta({ example: 'seen-by=me' }).default('trainer'),
  }),
  check({ fields, min, max }, context) {
    if (fields.length > 1 || fields[0]?.title !== undefined) context.error('one-field');
    if (min > max) context.error('min-over-max', { min, max });
  },
});

export type Options = OptionsOf<typeof definition>;
