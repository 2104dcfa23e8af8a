import * as z from 'zod';
import type { CheckContext } from '../../build/activity-type.ts';

export const kind = 'block';
export const form = 'prose';

export const options = z.object({});

export function check(values: Record<string, unknown>, context: CheckContext): void {
  const html = String(values.html);
  if ((html.match(/<img\b/g) ?? []).length < 2) context.error('too-few-pictures');
  if (html.replace(/<p>|<\/p>|<img\b[^>]*>|\s/g, '') !== '') context.error('text-in-gallery');
}
