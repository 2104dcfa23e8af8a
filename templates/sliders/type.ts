import * as z from 'zod';
import { scale } from '../../build/stages/check/forms/scale.ts';
import { count, flag, sentence, word } from '../../build/types/attribute-types.ts';
import { defineType, type OptionsOf } from '../../build/types/define-type.ts';

/** Largest number of lines that a radar chart shows legibly. */
const MOST_LINES = 12;

export const definition = defineType({
  kind: 'activity',
  form: scale,
  /** A learner's assessment is neither right nor wrong. */
  scored: false,
  gives: 'values',
  attributes: z.object({
    min: count(0, 99, 'min=0').default(0),
    max: count(1, 100, 'max=10').default(10),
    low: sentence('low="pas du tout"', 'low="not at all"').optional(),
    high: sentence('high="tout à fait"', 'high="entirely"').optional(),
    facts: flag('facts').optional(),
    'seen-by': word(['trainer', 'me'], 'me').meta({ example: 'seen-by=me' }).default('trainer'),
  }),
  check({ items, min, max }, context) {
    if (items.length === 0) context.error('nothing-to-place');
    else if (items.length > MOST_LINES) context.error('too-many-lines', { has: items.length, limit: MOST_LINES });
    if (min >= max) context.error('min-over-max', { min, max });
  },
});

export type Options = OptionsOf<typeof definition>;
