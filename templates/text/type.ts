import * as z from 'zod';
import { prose } from '../../build/stages/check/forms/prose.ts';
import { defineType } from '../../build/types/define-type.ts';

export const definition = defineType({
  kind: 'block',
  form: prose,
  attributes: z.object({}),
});
