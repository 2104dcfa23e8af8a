import * as z from 'zod';
import { cards } from '../../build/stages/check/forms/cards.ts';
import { word } from '../../build/types/attribute-types.ts';
import { defineType, type OptionsOf } from '../../build/types/define-type.ts';

export const definition = defineType({
  kind: 'activity',
  form: cards,
  scored: false,
  button: false,
  contains: 'any',
  attributes: z.object({
    style: word(['plain', 'envelope'], 'envelope').default('plain'),
  }),
});

export type Options = OptionsOf<typeof definition>;
