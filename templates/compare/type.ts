import * as z from 'zod';
import { comparison } from '../../build/stages/check/forms/comparison.ts';
import { defineType, type OptionsOf } from '../../build/types/define-type.ts';
import { mostInAnswer } from '../../src/model/standards/limits.ts';

export const definition = defineType({
  kind: 'activity',
  form: comparison,
  scored: ({ asks }) => asks,
  button: ({ asks }) => asks,
  attributes: z.object({}),
  check({ columns, rows, blanks, asks }, context) {
    // The form has reported a body without a table.
    if (columns.length === 0) return;
    if (columns.length < 2 || rows.length < 2) context.error('nothing-to-compare');
    if (blanks.length > mostInAnswer) context.error('too-many-lines', { has: blanks.length, limit: mostInAnswer });
    if (asks && blanks.every(({ answer }) => answer === blanks[0]?.answer)) context.error('one-target');
  },
});

export type Options = OptionsOf<typeof definition>;
