import * as z from 'zod';
import { cards } from '../../build/stages/check/forms/cards.ts';
import { defineType, type OptionsOf } from '../../build/types/define-type.ts';

export const definition = defineType({
  kind: 'activity',
  form: cards,
  scored: false,
  button: false,
  contains: 'any',
  attributes: z.object({}),
});

export type Options = OptionsOf<typeof definition>;
