import * as z from 'zod';
import { none } from '../../build/stages/check/forms/none.ts';
import { address, sentence } from '../../build/types/attribute-types.ts';
import { defineType } from '../../build/types/define-type.ts';

export const definition = defineType({
  kind: 'block',
  form: none,
  attributes: z.object({
    url: address('url="https://exemple.fr/carte"', 'url="https://example.org/map"'),
    title: sentence('title="La carte des partenaires"', 'title="The map of partners"'),
  }),
  check({ url }, context) {
    context.warning('other-site', { address: url });
  },
});
