import * as z from 'zod';
import type { CheckContext } from '../../build/activity-type.ts';

export const kind = 'activity';
export const form = 'grid';
/** Without a model there is nothing to compare with. */
export const scored = (options: Record<string, unknown>): boolean =>
  (options.items as readonly { readonly cell?: string }[]).some(({ cell }) => cell !== undefined);

/** Words of an axis that a phone shows side by side. */
const MOST_WORDS = 3;
/** Actors that a map shows legibly. */
const MOST_ACTORS = 20;

/** A name, then two or three words from the lowest. */
function axis(example: string, english: string) {
  return z
    .string()
    .transform((value) => value.split(';').map((entry) => entry.trim()))
    .refine(([name = '', ...words]) => name !== '' && words.length >= 2 && words.length <= MOST_WORDS && !words.includes(''))
    .refine((entries) => new Set(entries.map((entry) => entry.toLowerCase())).size === entries.length)
    .meta({ example, english });
}

export const options = z.object({
  x: axis('x="Intérêt; faible; fort"', 'x="Interest; low; high"'),
  y: axis('y="Pouvoir; faible; fort"', 'y="Power; low; high"'),
});

export function check(values: Record<string, unknown>, context: CheckContext): void {
  const has = (values.items as readonly unknown[]).length;
  if (has === 0) context.error('no-actor');
  if (has > MOST_ACTORS) context.error('too-many-lines', { has, limit: MOST_ACTORS });
}
