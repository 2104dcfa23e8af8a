import * as z from 'zod';
import { choices } from '../../build/stages/check/forms/choices.ts';
import { defineType, type OptionsOf } from '../../build/types/define-type.ts';

export const definition = defineType({
  kind: 'activity',
  form: choices,
  /** A list of things done or found is not a question. */
  scored: false,
  attributes: z.object({}),
  check({ choices }, context) {
    if (choices.length === 0) context.error('no-line');
  },
});

export type Options = OptionsOf<typeof definition>;
