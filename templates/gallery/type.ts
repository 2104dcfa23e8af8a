import * as z from 'zod';
import { prose } from '../../build/stages/check/forms/prose.ts';
import { defineType } from '../../build/types/define-type.ts';

export const definition = defineType({
  kind: 'block',
  form: prose,
  attributes: z.object({}),
  check({ html }, context) {
    if ((html.match(/<img\b/g) ?? []).length < 2) context.error('too-few-pictures');
    if (html.replace(/<p>|<\/p>|<img\b[^>]*>|\s/g, '') !== '') context.error('text-in-gallery');
  },
});
