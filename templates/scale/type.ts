import * as z from 'zod';
import { scale } from '../../build/stages/check/forms/scale.ts';
import { flag, list, reference, word } from '../../build/types/attribute-types.ts';
import { defineType, type OptionsOf } from '../../build/types/define-type.ts';

/** Largest number of levels: more radio buttons would fill a page. */
const MOST_LEVELS = 9;

export const definition = defineType({
  kind: 'activity',
  form: scale,
  /** A self-assessment is neither right nor wrong. */
  scored: false,
  gives: 'levels',
  attributes: z.object({
    levels: list('levels="jamais; parfois; souvent"', 'levels="never; sometimes; often"').optional(),
    again: reference('again=position-avant', 'again=position-before').optional(),
    comment: flag('comment').optional(),
    'seen-by': word(['trainer', 'me'], 'me').meta({ example: 'seen-by=me' }).default('trainer'),
  }),
  check({ levels, items, again }, context) {
    // The repeated scale was checked at its own position.
    if (again !== undefined) {
      if (items.length > 0 || levels.length > 0) context.error('again-with-body', { again });
    } else if (levels.length < 2 || levels.length > MOST_LEVELS) context.error('wrong-levels', { has: levels.length, most: MOST_LEVELS });
    else if (items.length === 0) context.error('nothing-to-place');
  },
});

export type Options = OptionsOf<typeof definition>;
