import * as z from 'zod';
import { choices } from '../../build/stages/check/forms/choices.ts';
import { sentence } from '../../build/types/attribute-types.ts';
import { defineType, type OptionsOf } from '../../build/types/define-type.ts';

export const definition = defineType({
  // Attributes that an author may write in `:::new-type{…}`, and the form that reads the body.
  kind: 'activity',
  form: choices,
  scored: true,
  attributes: z.object({
    note: sentence('note="Plusieurs lignes conviennent."', 'note="Several lines apply."').optional(),
  }),
  /** Reports mistakes that the form can't detect. */
  check({ choices }, context) {
    if (choices.length < 2) context.error('too-few-choices', { has: choices.length });
    else if (!choices.some((choice) => choice.right)) context.error('no-right-choice');
  },
});

export type Options = OptionsOf<typeof definition>;
