import * as z from 'zod';
import { sentence } from '../../build/attribute-types.ts';

export const kind = 'block';
export const form = 'table';

export const options = z.object({
  caption: sentence('caption="Qui apporte quoi"', 'caption="Who brings what"'),
});
