import * as z from 'zod';
import { word } from '../../build/attribute-types.ts';

export const kind = 'activity';
export const form = 'cards';
export const scored = false;
export const button = false;
export const contains = 'any';

export const options = z.object({
  style: word(['plain', 'envelope'], 'envelope').default('plain'),
});
