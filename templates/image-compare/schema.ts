import * as z from 'zod';
import { file, PICTURES, sentence } from '../../build/attribute-types.ts';

export const kind = 'block';
export const form = 'none';

export const options = z.object({
  before: file('before=assets/place-avant.svg', PICTURES),
  after: file('after=assets/place-apres.svg', PICTURES),
  'before-alt': sentence('before-alt="La place vide, un parking"'),
  'after-alt': sentence('after-alt="La place avec un marché et des bancs"'),
  caption: sentence('caption="La place, avant et après le projet"').optional(),
});
