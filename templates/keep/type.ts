import * as z from 'zod';
import { prose } from '../../build/stages/check/forms/prose.ts';
import { pictogram, sentence } from '../../build/types/attribute-types.ts';
import { defineType } from '../../build/types/define-type.ts';

export const definition = defineType({
  kind: 'block',
  form: prose,
  attributes: z.object({
    title: sentence('title="Ce qu’il faut garder"', 'title="What to keep"').optional(),
    icon: pictogram('icon=light-bulb', 'icon=pushpin').optional(),
  }),
});
