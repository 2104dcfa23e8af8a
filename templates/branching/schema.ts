import * as z from 'zod';
import { list, word } from '../../build/attribute-types.ts';

export const kind = 'activity';
export const form = 'scenes';
/** An author who wants an ending to count says how much. */
export const scored = 'asked';
/** The last decision submits. */
export const button = false;
/** Each scene has its words for a heading. */
export const titled = true;
export const contains = ['figure', 'quote', 'callout', 'definition', 'table', 'video', 'audio'] as const;

const VALUE = /^[A-Za-z][A-Za-z0-9]*\s*=\s*-?\d{1,6}$/;
const nameOf = (pair: string): string | undefined => pair.split('=')[0]?.trim();

export const options = z.object({
  state: list('')
    .refine((pairs) => pairs.every((pair) => VALUE.test(pair)) && new Set(pairs.map(nameOf)).size === pairs.length)
    .meta({ example: 'state="confiance=2; appels=0"', english: 'state="trust=2; calls=0"' })
    .optional(),
  'seen-by': word(['trainer', 'me'], 'me').meta({ example: 'seen-by=me' }).default('trainer'),
});
