import { nearest } from '../../diagnostics/nearest.ts';
import { END, VARIABLE_IN_TEXT } from '../../model/markers.ts';
import type { Attribute, Attributes, Block, ValidPage } from '../../model/source.ts';
import { typography } from '../../text/typography.ts';
import { flag } from '../../types/attribute-types.ts';
import { checkFootnotes } from './check-footnotes.ts';
import { checkOnly } from './check-only.ts';
import type { CourseContext } from './context.ts';
import { pictogramOf } from './people.ts';
import { takeId } from './take-id.ts';

type Heading = Extract<Block, { kind: 'heading' }>;
type Extras = Pick<ValidPage, 'only' | 'icon' | 'further'>;

const furtherFlag = flag('further');

/** Reads one attribute of a page; null if pages don't have it. */
function extraOf({ key, value, at }: Attribute, context: CourseContext): Extras | null {
  if (key === 'further') {
    const read = furtherFlag.safeParse(value);
    if (!read.success) context.diagnostics.error('bad-attribute', at, { key, value: String(value), example: 'further' });
    return read.data ? { further: true } : {};
  }
  if (typeof value !== 'string') return null;
  if (key === 'only') {
    const only = value.split(';').map((tag) => tag.trim());
    checkOnly(only, 'page', at, context);
    return { only };
  }
  if (key !== 'icon') return null;
  const icon = pictogramOf(value, at, context);
  return icon === '' ? {} : { icon };
}

/** Reads what the heading of a page has besides its title and id. */
function extrasOf(attributes: Attributes | undefined, title: string, context: CourseContext): Extras {
  let extras: Extras = {};
  for (const attribute of attributes?.entries ?? []) {
    const { key, value, at } = attribute;
    const extra = extraOf(attribute, context);
    const near = value === true && attributes?.id === undefined ? `#${key}` : nearest(key, ['icon', 'only', 'further']);
    if (!extra) context.diagnostics.error('unknown-attribute', at, { name: title, key, near });
    extras = { ...extras, ...extra };
  }
  return extras;
}

/** Reads the heading of a page. */
export function pageHead(heading: Heading, context: CourseContext): Omit<ValidPage, 'nodes'> {
  const id = takeId(
    { id: heading.attributes?.id, at: heading.at, name: heading.title.text, words: heading.title.text, fallback: 'page' },
    context,
  );
  if (heading.title.text.length > 200) context.diagnostics.error('title-too-long', heading.at, { limit: 200 });
  checkFootnotes(heading.title.html(), context.diagnostics);
  const extras = extrasOf(heading.attributes, heading.title.text, context);
  return {
    id,
    title: typography(heading.title.text.replace(/\{\{\s*([a-z0-9-]+)\s*\}\}/g, `${VARIABLE_IN_TEXT}$1${END}`), context.course.lang),
    at: heading.at,
    ...extras,
  };
}
