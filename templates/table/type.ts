import * as z from 'zod';
import { table } from '../../build/stages/check/forms/table.ts';
import { sentence } from '../../build/types/attribute-types.ts';
import { defineType } from '../../build/types/define-type.ts';

export const definition = defineType({
  kind: 'block',
  form: table,
  attributes: z.object({
    caption: sentence('caption="Qui apporte quoi"', 'caption="Who brings what"'),
  }),
});
