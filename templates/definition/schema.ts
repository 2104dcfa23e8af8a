import * as z from 'zod';
import { sentence } from '../../build/attribute-types.ts';

export const kind = 'block';
export const form = 'prose';

export const options = z.object({
  term: sentence('term="Partenariat"', 'term="Partnership"'),
});
