import * as z from 'zod';
import { mistakes } from '../../build/stages/check/forms/mistakes.ts';
import { decimal, text } from '../../build/types/attribute-types.ts';
import { defineType, type OptionsOf } from '../../build/types/define-type.ts';
import { isRight, numberOf } from './number.ts';

export const definition = defineType({
  kind: 'activity',
  form: mistakes,
  asks: true,
  scored: true,
  whole: () => true,
  attributes: z.object({
    answer: decimal('answer=12,5', 'answer=12.5'),
    tolerance: decimal('')
      .refine((value) => value >= 0)
      .meta({ example: 'tolerance=0,5', english: 'tolerance=0.5' })
      .default(0),
    unit: text('unit=km').optional(),
  }),
  check(numeric, context) {
    for (const { right, text: mistake } of numeric.choices) {
      if (right) context.error('ticked-mistake', { text: mistake });
      else if (numberOf(numeric, mistake) === null) context.error('not-a-number', { text: mistake });
      else if (isRight(numeric, mistake)) context.error('mistake-is-right', { text: mistake });
    }
  },
});

export type Options = OptionsOf<typeof definition>;
