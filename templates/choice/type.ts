import * as z from 'zod';
import { choices } from '../../build/stages/check/forms/choices.ts';
import { flag } from '../../build/types/attribute-types.ts';
import { defineType, type OptionsOf } from '../../build/types/define-type.ts';

export const definition = defineType({
  kind: 'activity',
  form: choices,
  asks: true,
  scored: true,
  whole: ({ choices, multiple }) =>
    choices.filter(({ right }) => right).length < 2 &&
    choices.every(({ right, weight = 0 }) => right || weight === 0 || Math.abs(weight) === 100 || (weight < 0 && !multiple)),
  attributes: z.object({
    multiple: flag('multiple').default(false),
    shuffle: flag('shuffle').default(false),
  }),
  check({ choices }, context) {
    if (choices.length < 2) context.error('too-few-choices', { has: choices.length });
    else if (!choices.some((choice) => choice.right)) context.error('no-right-choice');
  },
});

export type Options = OptionsOf<typeof definition>;
