import * as z from 'zod';
import { speeches } from '../../build/stages/check/forms/speeches.ts';
import { sentence, word } from '../../build/types/attribute-types.ts';
import { defineType } from '../../build/types/define-type.ts';

export const definition = defineType({
  kind: 'block',
  form: speeches,
  attributes: z.object({
    place: sentence('place="Le fournil, vendredi, 5 h"', 'place="The hall, Saturday, 10 a.m."').optional(),
    tone: word(['cool', 'warm'], 'warm').default('cool'),
  }),
});
