import * as z from 'zod';
import { prose } from '../../build/stages/check/forms/prose.ts';
import { pictogram, sentence } from '../../build/types/attribute-types.ts';
import { defineType } from '../../build/types/define-type.ts';

export const definition = defineType({
  kind: 'block',
  form: prose,
  attributes: z.object({
    value: sentence('value="1 sur 5"', 'value="1 in 5"'),
    source: sentence('source="Cahier du four, 2019"', 'source="The oven’s logbook, 2019"').optional(),
    icon: pictogram('icon=bread', 'icon=wrench').optional(),
  }),
});
