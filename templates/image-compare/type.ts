import * as z from 'zod';
import { none } from '../../build/stages/check/forms/none.ts';
import { file, PICTURES, sentence } from '../../build/types/attribute-types.ts';
import { defineType } from '../../build/types/define-type.ts';

export const definition = defineType({
  kind: 'block',
  form: none,
  attributes: z.object({
    before: file('before=assets/place-avant.svg', 'before=assets/square-before.svg', PICTURES),
    after: file('after=assets/place-apres.svg', 'after=assets/square-after.svg', PICTURES),
    'before-alt': sentence('before-alt="La place vide, un parking"', 'before-alt="The square as a car park"'),
    'after-alt': sentence('after-alt="La place avec un marché et des bancs"', 'after-alt="The square with a market and benches"'),
    caption: sentence('caption="La place, avant et après le projet"', 'caption="The square, before and after the project"').optional(),
  }),
});
