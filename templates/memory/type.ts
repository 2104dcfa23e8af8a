import * as z from 'zod';
import { pairs } from '../../build/stages/check/forms/pairs.ts';
import { defineType, type OptionsOf } from '../../build/types/define-type.ts';

/** Largest number of pairs; more would take too long. */
const MOST_PAIRS = 12;

export const definition = defineType({
  kind: 'activity',
  form: pairs,
  scored: true,
  attributes: z.object({}),
  check({ columns, pairs, targets }, context) {
    // The form has reported a body without a table.
    if (columns.length === 0) return;
    const lure = pairs.find(({ left }) => left === undefined);
    if (columns.length === 1 || columns.length > 3) context.error('wrong-columns', { has: columns.length });
    else if (lure || targets.length < pairs.length) context.error('card-without-partner');
    else if (pairs.length < 2) context.error('too-few-pairs', { has: pairs.length });
    else if (pairs.length > MOST_PAIRS) context.error('too-many-pairs', { has: pairs.length, limit: MOST_PAIRS });
  },
});

export type Options = OptionsOf<typeof definition>;
