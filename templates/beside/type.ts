import * as z from 'zod';
import { pathIn } from '../../build/model/markers.ts';
import { prose } from '../../build/stages/check/forms/prose.ts';
import { file, flag, PICTURES, sentence, word } from '../../build/types/attribute-types.ts';
import { defineType } from '../../build/types/define-type.ts';

export const definition = defineType({
  kind: 'block',
  form: prose,
  attributes: z.object({
    src: file('src=assets/four.svg', 'src=assets/bench.svg', PICTURES),
    alt: sentence('alt="Le four, porte ouverte"', 'alt="The bench, its drawer open"').optional(),
    decorative: flag('decorative').default(false),
    side: word(['left', 'right'], 'right').default('left'),
    credit: sentence('credit="Atelier du mardi"', 'credit="Drawn by the volunteers"').optional(),
  }),
  check({ src, alt, decorative }, context) {
    if (alt === undefined && !decorative) context.error('missing-alt', { file: pathIn(src) });
  },
});
