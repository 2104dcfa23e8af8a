import * as z from 'zod';
import { none } from '../../build/stages/check/forms/none.ts';
import { DOCUMENTS, file, sentence } from '../../build/types/attribute-types.ts';
import { defineType } from '../../build/types/define-type.ts';

export const definition = defineType({
  kind: 'block',
  form: none,
  attributes: z.object({
    src: file('src=assets/grille.pdf', 'src=assets/checklist.pdf', DOCUMENTS),
    title: sentence('title="La grille d’observation"', 'title="The observation checklist"'),
  }),
});
