import * as z from 'zod';
import { pathIn } from '../../build/model/markers.ts';
import { none } from '../../build/stages/check/forms/none.ts';
import { file, flag, PICTURES, sentence } from '../../build/types/attribute-types.ts';
import { defineType } from '../../build/types/define-type.ts';

export const definition = defineType({
  kind: 'block',
  form: none,
  attributes: z.object({
    src: file('src=assets/plan-du-quartier.svg', 'src=assets/street-plan.svg', PICTURES),
    alt: sentence(
      'alt="Le centre social, entre l’école et la mairie"',
      'alt="The community centre, between the school and the town hall"',
    ).optional(),
    caption: sentence('caption="Le quartier, vu par ses habitants"', 'caption="The neighbourhood as its residents see it"').optional(),
    credit: sentence('credit="Service de l’urbanisme"', 'credit="Planning office"').optional(),
    decorative: flag('decorative').default(false),
    wide: flag('wide').default(false),
  }),
  check({ src, alt, decorative }, context) {
    if (alt === undefined && !decorative) context.error('missing-alt', { file: pathIn(src) });
  },
});
