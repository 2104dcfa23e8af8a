import type { z } from 'zod';
import type { Position } from '../../diagnostics/diagnostics.ts';
import { END, VARIABLE_IN_ADDRESS, VARIABLE_IN_TEXT } from '../../model/markers.ts';
import type { Directive } from '../../model/source.ts';
import { typography } from '../../text/typography.ts';
import type { ActivityType } from '../../types/activity-type.ts';
import { DOCUMENTS, hasMeta } from '../../types/attribute-types.ts';
import type { CourseContext } from './context.ts';
import { pictogramOf } from './people.ts';

const PICTURE = /\.(png|jpe?g|gif|webp|svg)$/i;
const DOCUMENT = new RegExp(`\\.(${DOCUMENTS.join('|')})$`, 'i');
const TEXT = /\.(vtt|md|txt)$/i;

function isOptional(field: z.ZodType): boolean {
  return field.safeParse(undefined).success;
}

/** Formats a size: « 120 Ko ». */
function sizeInWords(bytes: number, lang: string): string {
  const [unit, size] = bytes < 1e6 ? (['kilobyte', Math.max(1, bytes / 1e3)] as const) : (['megabyte', bytes / 1e6] as const);
  return new Intl.NumberFormat(lang, { style: 'unit', unit, maximumFractionDigits: unit === 'megabyte' ? 1 : 0 }).format(size);
}

/** Reports addresses other than safe ones of web sites. */
function reportAddress(value: string, at: Position, { diagnostics }: CourseContext): void {
  const site = /^(?:http:\/\/)?([\w-]+(?:\.[\w-]+)+(?:[/?#][^\s"<>]*)?)$/i.exec(value)?.[1];
  if (site === undefined) diagnostics.error('refused-address', at, { address: value });
  else diagnostics.error('address-of-no-site', at, { address: value, fit: `https://${site}` });
}

/** Checks an address. If it begins with a variable, the variable's value must be a whole address. */
function readAddress(value: string, optional: boolean, at: Position, context: CourseContext): string {
  if (!value.startsWith(VARIABLE_IN_TEXT)) {
    if (!/^https:\/\/[^\s"<>]+$/i.test(value)) reportAddress(value, at, context);
    return value.replaceAll(VARIABLE_IN_TEXT, VARIABLE_IN_ADDRESS);
  }
  const marked = value.replaceAll(VARIABLE_IN_TEXT, VARIABLE_IN_ADDRESS);
  return optional ? marked.replace(END, `?${END}`) : marked;
}

/**
 * Replaces attributes that name files by asset markers, and adds the size of a picture (`srcSize`) or the content of a text
 * (`captionsText`). Sentences get their typography.
 */
export function readFiles(
  own: Readonly<Record<string, unknown>>,
  type: ActivityType,
  directive: Directive,
  context: CourseContext,
): Record<string, unknown> {
  const result: Record<string, unknown> = { ...own };
  for (const [key, field] of Object.entries(type.attributes.shape)) {
    const path = own[key];
    if (typeof path !== 'string') continue;
    if (hasMeta(field as z.ZodType, 'sentence')) result[key] = typography(path, context.course.lang);
    const at = directive.attributes.entries.find((entry) => entry.key === key)?.at ?? directive.at;
    if (hasMeta(field as z.ZodType, 'pictogram')) result[key] = pictogramOf(path, at, context);
    if (hasMeta(field as z.ZodType, 'address')) result[key] = readAddress(path, isOptional(field as z.ZodType), at, context);
    if (!hasMeta(field as z.ZodType, 'asset')) continue;
    result[key] = context.asset(path, at);
    if (PICTURE.test(path)) result[`${key}Size`] = context.pictureSize(path);
    if (DOCUMENT.test(path)) result[`${key}Size`] = sizeInWords(context.documentSize(path, at) ?? 0, context.course.lang);
    if (TEXT.test(path)) result[`${key}Text`] = context.text(path, at);
  }
  return result;
}
