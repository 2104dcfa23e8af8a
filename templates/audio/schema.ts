import * as z from 'zod';
import type { CheckContext } from '../../build/activity-type.ts';
import { file, SOUNDS, sentence } from '../../build/attribute-types.ts';
import { pathIn } from '../../build/markdown/markers.ts';

export const kind = 'block';
export const form = 'none';

export const options = z.object({
  src: file('src=media/entretien.mp3', 'src=media/interview.mp3', SOUNDS),
  title: sentence('title="Entretien avec une boulangère"', 'title="Interview with a baker"').optional(),
  transcript: file('transcript=media/entretien.md', 'transcript=media/interview.md', ['md', 'txt']).optional(),
});

export function check(values: Record<string, unknown>, context: CheckContext): void {
  if (values.transcript === undefined) context.warning('missing-transcript', { file: pathIn(String(values.src)) });
}
