import * as z from 'zod';
import { pathIn } from '../../build/model/markers.ts';
import { none } from '../../build/stages/check/forms/none.ts';
import { file, SOUNDS, sentence } from '../../build/types/attribute-types.ts';
import { defineType } from '../../build/types/define-type.ts';

export const definition = defineType({
  kind: 'block',
  form: none,
  attributes: z.object({
    src: file('src=media/entretien.mp3', 'src=media/interview.mp3', SOUNDS),
    title: sentence('title="Entretien avec une boulangère"', 'title="Interview with a baker"').optional(),
    transcript: file('transcript=media/entretien.md', 'transcript=media/interview.md', ['md', 'txt']).optional(),
  }),
  check({ src, transcript }, context) {
    if (transcript === undefined) context.warning('missing-transcript', { file: pathIn(src) });
  },
});
