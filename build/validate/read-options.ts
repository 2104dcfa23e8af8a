import type { z } from 'zod';
import type { ActivityType } from '../activity-type.ts';
import { blockAttributes, commonAttributes, says } from '../attribute-types.ts';
import type { Diagnostics } from '../diagnostics.ts';
import { nearest } from '../nearest.ts';
import { slug } from '../slug.ts';
import type { Attribute, Directive } from '../source.ts';

/** Attributes of a directive after its schemas read them; keys in camel case. */
export interface ReadOptions {
  readonly common: z.infer<typeof commonAttributes>;
  readonly own: Readonly<Record<string, unknown>>;
  /** Keys of `own` that were reported: what stands in for them says nothing of the author's mind. */
  readonly broken: ReadonlySet<string>;
}

/** `min-words` → `minWords`. */
export function camelCase(key: string): string {
  return key.replace(/-([a-z])/g, (_, letter: string) => letter.toUpperCase());
}

/** What to write, for French messages and for English ones. */
function exampleOf(schema: z.ZodObject, key: string): { readonly example: string; readonly english: string } {
  const field = schema.shape[key] as z.ZodType | undefined;
  const meta = field && (field.meta() ?? innerMeta(field));
  const example = String(meta?.example ?? `${key}=…`);
  return { example, english: String(meta?.english ?? example) };
}

/** `.optional()` and `.default()` wrap the schema that carries the example. */
function innerMeta(field: z.ZodType): Readonly<Record<string, unknown>> | undefined {
  const inner = (field.def as { innerType?: z.ZodType }).innerType;
  return inner && (inner.meta() ?? innerMeta(inner));
}

/** Where there are only so many values, all of them. */
function choicesOf(key: string, values: readonly unknown[]): { readonly example: string } {
  return { example: values.map((value) => `${key}=${value}`).join(', ') };
}

/** Reports what does not fit; gives back the keys. */
function reportIssues(error: z.ZodError, schema: z.ZodObject, directive: Directive, diagnostics: Diagnostics): ReadonlySet<string> {
  const reported = new Set<string>();
  for (const issue of error.issues) {
    const key = String(issue.path[0]);
    if (reported.has(key)) continue;
    reported.add(key);
    const entry = directive.attributes.entries.find((one) => one.key === key);
    const example = issue.code === 'invalid_value' ? choicesOf(key, issue.values) : exampleOf(schema, key);
    const isElsewhere = says(schema.shape[key] as z.ZodType, 'asset') && /^https?:/i.test(String(entry?.value));
    if (entry && isElsewhere) diagnostics.error('file-of-site', entry.at, { address: String(entry.value) });
    else if (entry) diagnostics.error('bad-attribute', entry.at, { key, value: String(entry.value), ...example });
    else if (!directive.attributes.isTorn) diagnostics.error('missing-attribute', directive.at, { name: directive.name, key, ...example });
  }
  return reported;
}

interface Part {
  /** Null where one that must be there was reported. */
  readonly values: Record<string, unknown> | null;
  readonly broken: ReadonlySet<string>;
}

const none: ReadonlySet<string> = new Set();

/** Reads the attributes of one schema. What is wrong is reported and left out. */
function parsePart(schema: z.ZodObject, values: Record<string, unknown>, directive: Directive, diagnostics: Diagnostics): Part {
  const mine = Object.entries(values).filter(([key]) => key in schema.shape);
  const parsed = schema.safeParse(Object.fromEntries(mine));
  if (parsed.success) return { values: parsed.data, broken: none };
  const broken = reportIssues(parsed.error, schema, directive, diagnostics);
  const rest = schema.safeParse(Object.fromEntries(mine.filter(([key]) => !broken.has(key))));
  return { values: rest.data ?? null, broken };
}

/** A word that belongs to the value before it. */
interface LooseWord {
  readonly key: string;
  /** How the attribute is to be written. */
  readonly fit: string;
  readonly isFirst: boolean;
}

/** The words after a value without spaces that are no attributes, nor like one: `alt=Plan of the hall`. */
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

/** The id that was meant by `id=frein`, or by `q-frein` without its sign; '' where it was none. */
function idIn({ key, value }: Attribute, { attributes }: Directive): string {
  if (attributes.id !== undefined) return '';
  if (key === 'id' && typeof value === 'string') return `#${slug(value, 'id')}`;
  return value === true && /^[a-z].*[-\d]/.test(key) ? `#${key}` : '';
}

/** Reads `{…}` of a directive by the schemas of its type; null where something that must be there was reported. */
export function readOptions(directive: Directive, type: ActivityType, diagnostics: Diagnostics): ReadOptions | null {
  const shared: z.ZodObject = type.kind === 'activity' ? commonAttributes : blockAttributes;
  const known = [...Object.keys(type.options.shape), ...Object.keys(shared.shape)];
  const values: Record<string, unknown> = {};
  const meant = new Set<string>(directive.attributes.isTorn && Object.keys(type.options.shape));
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
  const common = parsePart(shared, values, directive, diagnostics);
  const own = parsePart(type.options, values, directive, diagnostics);
  if (!common.values || !own.values) return null;
  return {
    common: common.values,
    own: Object.fromEntries(Object.entries(own.values).map(([key, value]) => [camelCase(key), value])),
    broken: new Set([...own.broken, ...meant].map(camelCase)),
  };
}
