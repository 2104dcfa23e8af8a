import * as z from 'zod';
import type { CheckContext } from '../../build/activity-type.ts';
import { file, flag, PICTURES, sentence } from '../../build/attribute-types.ts';
import { pathIn } from '../../build/markdown/markers.ts';

export const kind = 'block';
export const form = 'none';

export const options = z.object({
  src: file('src=assets/plan-du-quartier.svg', 'src=assets/street-plan.svg', PICTURES),
  alt: sentence(
    'alt="Le centre social, entre l’école et la mairie"',
    'alt="The community centre, between the school and the town hall"',
  ).optional(),
  caption: sentence('caption="Le quartier, vu par ses habitants"', 'caption="The neighbourhood as its residents see it"').optional(),
  credit: sentence('credit="Service de l’urbanisme"', 'credit="Planning office"').optional(),
  decorative: flag('decorative').default(false),
});

export function check(values: Record<string, unknown>, context: CheckContext): void {
  if (values.alt === undefined && values.decorative !== true) context.error('missing-alt', { file: pathIn(String(values.src)) });
}
