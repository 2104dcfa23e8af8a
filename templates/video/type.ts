import * as z from 'zod';
import { pathIn } from '../../build/model/markers.ts';
import { none } from '../../build/stages/check/forms/none.ts';
import { FILMS, file, PICTURES, sentence } from '../../build/types/attribute-types.ts';
import { defineType } from '../../build/types/define-type.ts';

export const definition = defineType({
  kind: 'block',
  form: none,
  attributes: z.object({
    src: file('src=media/visite.mp4', 'src=media/visit.mp4', FILMS),
    title: sentence('title="Une visite du fournil"', 'title="A visit to the bakery"').optional(),
    captions: file('captions=media/visite.vtt', 'captions=media/visit.vtt', ['vtt']).optional(),
    transcript: file('transcript=media/visite.md', 'transcript=media/visit.md', ['md', 'txt']).optional(),
    poster: file('poster=media/visite.jpg', 'poster=media/visit.jpg', PICTURES).optional(),
  }),
  check({ src, captions }, context) {
    if (captions === undefined) context.warning('missing-captions', { file: pathIn(src) });
  },
});
