import * as z from 'zod';
import { pairs } from '../../build/stages/check/forms/pairs.ts';
import { defineType, type OptionsOf } from '../../build/types/define-type.ts';

export const definition = defineType({
  kind: 'activity',
  form: pairs,
  scored: true,
  attributes: z.object({}),
  check({ columns, pairs, targets }, context) {
    const has = pairs.filter((pair) => pair.left !== undefined).length;
    // The form has reported a body without a table.
    if (columns.length === 0) return;
    if (columns.length === 1 || columns.length > 3) context.error('wrong-columns', { has: columns.length });
    else if (has < 2) context.error('too-few-pairs', { has });
    else if (targets.length < 2) context.error('one-target');
  },
});

export type Options = OptionsOf<typeof definition>;
