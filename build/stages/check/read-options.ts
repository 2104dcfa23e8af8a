import type { z } from 'zod';
import type { Diagnostics } from '../../diagnostics/diagnostics.ts';
import { nearest } from '../../diagnostics/nearest.ts';
import { slug } from '../../model/slug.ts';
import type { Attribute, Directive } from '../../model/source.ts';
import type { ActivityType } from '../../types/activity-type.ts';
import { blockAttributes, camelCase, commonAttributes, hasMeta } from '../../types/attribute-types.ts';

/** Attributes of a directive, parsed by its schemas; keys in camel case. */
export interface ReadOptions {
  readonly common: z.infer<typeof commonAttributes>;
  readonly own: Readonly<Record<string, unknown>>;
  /** Keys of `own` that were reported and have defaults: don't draw conclusions from them. */
  readonly broken: ReadonlySet<string>;
}

/** Examples for French messages and for English ones. */
function exampleOf(schema: z.ZodObject, key: string): { readonly example: string; readonly english: string } {
  const field = schema.shape[key] as z.ZodType | undefined;
  const meta = field && (field.meta() ?? innerMeta(field));
  const example = String(meta?.example ?? `${key}=…`);
  return { example, english: String(meta?.english ?? example) };
}

/** Finds the schema with the example inside `.optional()` and `.default()`. */
function innerMeta(field: z.ZodType): Readonly<Record<string, unknown>> | undefined {
  const inner = (field.def as { innerType?: z.ZodType }).innerType;
  return inner && (inner.meta() ?? innerMeta(inner));
}

/** Lists all values of an enumeration. */
function choicesOf(key: string, values: readonly unknown[]): { readonly example: string } {
  return { example: values.map((value) => `${key}=${value}`).join(', ') };
}

/** Parses the values that a schema knows. @param broken keys to leave out */
function parse(schema: z.ZodObject, values: Readonly<Record<string, unknown>>, broken?: ReadonlySet<string>) {
  const mine = Object.entries(values).filter(([key]) => key in schema.shape && !broken?.has(key));
  return schema.safeParse(Object.fromEntries(mine));
}

/** Reports invalid attributes; returns their keys. */
function reportIssues(
  { error }: ReturnType<typeof parse>,
  schema: z.ZodObject,
  directive: Directive,
  diagnostics: Diagnostics,
): ReadonlySet<string> {
  const reported = new Set<string>();
  for (const issue of error?.issues ?? []) {
    const key = String(issue.path[0]);
    if (reported.has(key)) continue;
    reported.add(key);
    const entry = directive.attributes.entries.find((one) => one.key === key);
    const example = issue.code === 'invalid_value' ? choicesOf(key, issue.values) : exampleOf(schema, key);
    const isElsewhere = hasMeta(schema.shape[key] as z.ZodType, 'asset') && /^https?:/i.test(String(entry?.value));
    if (entry && isElsewhere) diagnostics.error('file-of-site', entry.at, { address: String(entry.value) });
    else if (entry) diagnostics.error('bad-attribute', entry.at, { key, value: String(entry.value), ...example });
    else if (!directive.attributes.isTorn) diagnostics.error('missing-attribute', directive.at, { name: directive.name, key, ...example });
  }
  return reported;
}

/** A word that belongs to the previous value. */
interface LooseWord {
  readonly key: string;
  /** The attribute as it should be written. */
  readonly fit: string;
  readonly isFirst: boolean;
}

/** Finds words after an unquoted value that aren't attributes, nor like one: `alt=Plan of the hall`. */
function looseWords(entries: readonly Attribute[], known: readonly string[]): ReadonlyMap<Attribute, LooseWord> {
  const found = new Map<Attribute, LooseWord>();
  const isLoose = ({ key, value }: Attribute): boolean => value === true && !known.includes(key) && nearest(key, known) === '';
  for (const [index, { key, value }] of entries.entries()) {
    if (value === true || /\s/.test(value) || !known.includes(key)) continue;
    const rest = entries.slice(index + 1);
    const end = rest.findIndex((entry) => !isLoose(entry));
    const words = end < 0 ? rest : rest.slice(0, end);
    const fit = `${key}="${[value, ...words.map((word) => word.key)].join(' ')}"`;
    for (const [at, word] of words.entries()) found.set(word, { key, fit, isFirst: at === 0 });
  }
  return found;
}

/** Finds the id meant by `id=frein`, or by `q-frein` without `#`; '' if there is none. */
function idIn({ key, value }: Attribute, { attributes }: Directive): string {
  if (attributes.id !== undefined) return '';
  if (key === 'id' && typeof value === 'string') return `#${slug(value, 'id')}`;
  return value === true && /^[a-z].*[-\d]/.test(key) ? `#${key}` : '';
}

/** Parses `{…}` of a directive by the schemas of its type; null if a required attribute was reported. */
export function readOptions(directive: Directive, type: ActivityType, diagnostics: Diagnostics): ReadOptions | null {
  const shared: z.ZodObject = type.kind === 'activity' ? commonAttributes : blockAttributes;
  const known = [...Object.keys(type.attributes.shape), ...Object.keys(shared.shape)];
  const values: Record<string, unknown> = {};
  const meant = new Set<string>(directive.attributes.isTorn && Object.keys(type.attributes.shape));
  const loose = looseWords(directive.attributes.entries, known);
  for (const entry of directive.attributes.entries) {
    const { key, value, at } = entry;
    const before = loose.get(entry);
    if (before) meant.add(before.key);
    if (before?.isFirst) diagnostics.error('words-without-quotes', at, { key: before.key, fit: before.fit });
    else if (known.includes(key)) values[key] = value;
    else if (!before) {
      const near = nearest(key, known);
      meant.add(near);
      diagnostics.error('unknown-attribute', at, {
        name: directive.name,
        key,
        near: idIn(entry, directive) || near,
        keys: known.join(', '),
      });
    }
  }
  const parsed = { common: parse(shared, values), own: parse(type.attributes, values) };
  const wrong = reportIssues(parsed.common, shared, directive, diagnostics);
  const broken = reportIssues(parsed.own, type.attributes, directive, diagnostics);
  // Wrong values are left out.
  const common = parsed.common.data ?? parse(shared, values, wrong).data;
  const own = parsed.own.data ?? parse(type.attributes, values, broken).data;
  if (!common || !own) return null;
  return {
    common,
    own: Object.fromEntries(Object.entries(own).map(([key, value]) => [camelCase(key), value])),
    broken: new Set([...broken, ...meant].map(camelCase)),
  };
}
