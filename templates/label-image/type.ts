import * as z from 'zod';
import { labels } from '../../build/stages/check/forms/labels.ts';
import { defineType, type OptionsOf } from '../../build/types/define-type.ts';
import { mostInAnswer } from '../../src/model/standards/limits.ts';

export const definition = defineType({
  kind: 'activity',
  form: labels,
  scored: true,
  attributes: z.object({}),
  check({ columns, spots }, context) {
    // The form has reported a body without a table.
    if (columns === 0) return;
    if (columns < 3 || columns > 4) context.error('wrong-label-columns', { has: columns });
    else if (spots.length < 2) context.error('too-few-spots', { has: spots.length });
    else if (spots.length > mostInAnswer) context.error('too-many-lines', { has: spots.length, limit: mostInAnswer });
  },
});

export type Options = OptionsOf<typeof definition>;
