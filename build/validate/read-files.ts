import type { z } from 'zod';
import type { ActivityType } from '../activity-type.ts';
import { says } from '../attribute-types.ts';
import { typography } from '../markdown/typography.ts';
import type { Directive } from '../source.ts';
import type { CourseContext } from './context.ts';

const PICTURE = /\.(png|jpe?g|gif|webp|svg)$/i;
const TEXT = /\.(vtt|md|txt)$/i;

/**
 * Puts asset markers in the place of attributes that name files; beside a picture stands its size
 * (`srcSize`), beside a text its words (`captionsText`). Sentences get their typography.
 */
export function readFiles(
  own: Readonly<Record<string, unknown>>,
  type: ActivityType,
  directive: Directive,
  context: CourseContext,
): Record<string, unknown> {
  const result: Record<string, unknown> = { ...own };
  for (const [key, field] of Object.entries(type.options.shape)) {
    const path = own[key];
    if (typeof path !== 'string') continue;
    if (says(field as z.ZodType, 'sentence')) result[key] = typography(path, context.course.lang);
    if (!says(field as z.ZodType, 'asset')) continue;
    const at = directive.attributes.entries.find((entry) => entry.key === key)?.at ?? directive.at;
    result[key] = context.asset(path, at);
    if (PICTURE.test(path)) result[`${key}Size`] = context.pictureSize(path);
    if (TEXT.test(path)) result[`${key}Text`] = context.text(path, at);
  }
  return result;
}
