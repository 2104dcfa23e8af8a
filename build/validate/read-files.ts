import type { z } from 'zod';
import type { ActivityType } from '../activity-type.ts';
import type { Directive } from '../source.ts';
import type { CourseContext } from './context.ts';

const PICTURE = /\.(png|jpe?g|gif|webp|svg)$/i;
const TEXT = /\.(vtt|md|txt)$/i;

/** Does this attribute name a file of the course? Its schema says so, or the one it wraps. */
function namesFile(field: z.ZodType | undefined): boolean {
  if (!field) return false;
  return field.meta()?.asset === true || namesFile((field.def as { innerType?: z.ZodType }).innerType);
}

/**
 * Puts asset markers in the place of attributes that name files. Beside a picture stands its size
 * (`srcSize`), beside a text its words (`captionsText`).
 */
export function readFiles(own: Readonly<Record<string, unknown>>, type: ActivityType, directive: Directive, context: CourseContext): Record<string, unknown> {
  const result: Record<string, unknown> = { ...own };
  for (const [key, field] of Object.entries(type.options.shape)) {
    const path = own[key];
    if (typeof path !== 'string' || !namesFile(field as z.ZodType)) continue;
    const at = directive.attributes.entries.find((entry) => entry.key === key)?.at ?? directive.at;
    result[key] = context.asset(path, at);
    if (PICTURE.test(path)) result[`${key}Size`] = context.pictureSize(path);
    if (TEXT.test(path)) result[`${key}Text`] = context.text(path, at);
  }
  return result;
}
