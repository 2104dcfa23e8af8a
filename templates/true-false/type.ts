import * as z from 'zod';
import { choices } from '../../build/stages/check/forms/choices.ts';
import { defineType, type OptionsOf } from '../../build/types/define-type.ts';

export const definition = defineType({
  kind: 'activity',
  form: choices,
  scored: true,
  whole: ({ choices }) => choices.length < 2,
  attributes: z.object({}),
  check({ choices }, context) {
    if (choices.length === 0) context.error('no-statement');
  },
});

export type Options = OptionsOf<typeof definition>;
