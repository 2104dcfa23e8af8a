import * as z from 'zod';
import { type Axis, grid } from '../../build/stages/check/forms/grid.ts';
import { defineType, type OptionsOf } from '../../build/types/define-type.ts';

/** Largest number of words of an axis that fit on a phone. */
const MOST_WORDS = 3;

/** Largest number of actors that a map shows legibly. */
const MOST_ACTORS = 20;

/** Makes an axis attribute: a name, then two or three words from the lowest. */
function axis(example: string, english: string) {
  return z
    .string()
    .transform((value): Axis => {
      const [name = '', ...words] = value.split(';').map((entry) => entry.trim());
      return [name, ...words];
    })
    .refine(([name, ...words]) => name !== '' && words.length >= 2 && words.length <= MOST_WORDS && !words.includes(''))
    .refine((entries) => new Set(entries.map((entry) => entry.toLowerCase())).size === entries.length)
    .meta({ example, english });
}

export const definition = defineType({
  kind: 'activity',
  form: grid,
  /** Without a model there is nothing to compare with. */
  scored: ({ items }) => items.some(({ cell }) => cell !== undefined),
  attributes: z.object({
    x: axis('x="Intérêt; faible; fort"', 'x="Interest; low; high"'),
    y: axis('y="Pouvoir; faible; fort"', 'y="Power; low; high"'),
  }),
  check({ items }, context) {
    const has = items.length;
    if (has === 0) context.error('no-actor');
    if (has > MOST_ACTORS) context.error('too-many-lines', { has, limit: MOST_ACTORS });
  },
});

export type Options = OptionsOf<typeof definition>;
