import * as z from 'zod';
import { sentence } from '../../build/attribute-types.ts';

export const kind = 'block';
export const form = 'prose';

export const options = z.object({
  author: sentence('author="Jeanne Roche, boulangère"', 'author="Jane Rowe, baker"').optional(),
  source: sentence('source="Cahier du four, 2019"', 'source="The oven’s logbook, 2019"').optional(),
});
