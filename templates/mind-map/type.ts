import * as z from 'zod';
import { tree } from '../../build/stages/check/forms/tree.ts';
import { count, flag, word } from '../../build/types/attribute-types.ts';
import { defineType, type OptionsOf } from '../../build/types/define-type.ts';

export const definition = defineType({
  kind: 'activity',
  form: tree,
  /** A learner's own map is neither right nor wrong. */
  scored: false,
  /** A read-only map is done once it was shown. */
  button: ({ fill }) => fill,
  gives: 'words',
  attributes: z.object({
    fill: flag('fill').default(false),
    // For each branch.
    min: count(1, 10, 'min=2').default(1),
    max: count(1, 20, 'max=8').default(8),
    // For all ideas together.
    'max-characters': count(100, 4000, 'max-characters=1000').default(1000),
    'seen-by': word(['trainer', 'me'], 'me').meta({ example: 'seen-by=me' }).default('trainer'),
  }),
  check({ min, max }, context) {
    if (min > max) context.error('min-over-max', { min, max });
  },
});

export type Options = OptionsOf<typeof definition>;
