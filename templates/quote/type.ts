import * as z from 'zod';
import { prose } from '../../build/stages/check/forms/prose.ts';
import { sentence, word } from '../../build/types/attribute-types.ts';
import { defineType } from '../../build/types/define-type.ts';

export const definition = defineType({
  kind: 'block',
  form: prose,
  attributes: z.object({
    style: word(['plain', 'pull'], 'pull').default('plain'),
    author: sentence('author="Jeanne Roche, boulangère"', 'author="Jane Rowe, baker"').optional(),
    source: sentence('source="Cahier du four, 2019"', 'source="The oven’s logbook, 2019"').optional(),
  }),
});
