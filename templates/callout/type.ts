import * as z from 'zod';
import { prose } from '../../build/stages/check/forms/prose.ts';
import { sentence, word } from '../../build/types/attribute-types.ts';
import { defineType } from '../../build/types/define-type.ts';

export const definition = defineType({
  kind: 'block',
  form: prose,
  attributes: z.object({
    kind: word(['info', 'tip', 'warning', 'law'], 'tip').default('info'),
    title: sentence('title="Avant de commencer"', 'title="Before you begin"').optional(),
  }),
});
