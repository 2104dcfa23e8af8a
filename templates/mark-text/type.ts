import * as z from 'zod';
import { passages } from '../../build/stages/check/forms/passages.ts';
import { defineType, type OptionsOf } from '../../build/types/define-type.ts';
import { mostInAnswer } from '../../src/model/standards/limits.ts';

export const definition = defineType({
  kind: 'activity',
  form: passages,
  scored: true,
  attributes: z.object({}),
  check({ passages }, context) {
    const right = passages.filter((passage) => passage.right).length;
    if (right === 0) context.error('no-blank');
    else if (right === passages.length) context.error('only-right-passages');
    if (passages.length > mostInAnswer) context.error('too-many-passages', { has: passages.length, limit: mostInAnswer });
  },
});

export type Options = OptionsOf<typeof definition>;
