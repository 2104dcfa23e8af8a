import * as z from 'zod';
import type { CheckContext } from '../../build/activity-type.ts';
import { FILMS, file, PICTURES, sentence } from '../../build/attribute-types.ts';
import { pathIn } from '../../build/markdown/markers.ts';

export const kind = 'block';
export const form = 'none';

export const options = z.object({
  src: file('src=media/visite.mp4', 'src=media/visit.mp4', FILMS),
  title: sentence('title="Une visite du fournil"', 'title="A visit to the bakery"').optional(),
  captions: file('captions=media/visite.vtt', 'captions=media/visit.vtt', ['vtt']).optional(),
  transcript: file('transcript=media/visite.md', 'transcript=media/visit.md', ['md', 'txt']).optional(),
  poster: file('poster=media/visite.jpg', 'poster=media/visit.jpg', PICTURES).optional(),
});

export function check(values: Record<string, unknown>, context: CheckContext): void {
  if (values.captions === undefined) context.warning('missing-captions', { file: pathIn(String(values.src)) });
}
