import type { z } from 'zod';
import { hasMeta } from '../../build/types/attribute-types.ts';

const KINDS = ['address', 'asset', 'pictogram', 'sentence'] as const;

/** Returns what the build does with the values of a type's attributes, by name. Those that it leaves as they are have an empty list. */
export function attributeKinds({ attributes }: { readonly attributes: z.ZodObject }): Readonly<Record<string, readonly string[]>> {
  const fields = Object.entries(attributes.shape);
  return Object.fromEntries(fields.map(([name, field]) => [name, KINDS.filter((kind) => hasMeta(field as z.ZodType, kind))]));
}
