import * as z from 'zod';
import { steps } from '../../build/stages/check/forms/steps.ts';
import { defineType, type OptionsOf } from '../../build/types/define-type.ts';

export const definition = defineType({
  kind: 'activity',
  form: steps,
  asks: true,
  scored: true,
  attributes: z.object({}),
  check({ steps }, context) {
    const has = steps.length;
    if (has < 2) context.error('too-few-steps', { has });
  },
});

export type Options = OptionsOf<typeof definition>;
