import type { z } from 'zod';
import type { ActivityType } from '../activity-type.ts';
import { blockAttributes, commonAttributes } from '../attribute-types.ts';
import type { Diagnostics } from '../diagnostics.ts';
import { nearest } from '../nearest.ts';
import type { Directive } from '../source.ts';

/** Attributes of a directive after its schemas read them; keys in camel case. */
export interface ReadOptions {
  readonly common: z.infer<typeof commonAttributes>;
  readonly own: Readonly<Record<string, unknown>>;
}

/** `min-words` → `minWords`. */
export function camelCase(key: string): string {
  return key.replace(/-([a-z])/g, (_, letter: string) => letter.toUpperCase());
}

function exampleOf(schema: z.ZodObject, key: string): string {
  const field = schema.shape[key] as z.ZodType | undefined;
  const meta = field && (field.meta() ?? innerMeta(field));
  return String(meta?.example ?? `${key}=…`);
}

/** `.optional()` and `.default()` wrap the schema that carries the example. */
function innerMeta(field: z.ZodType): Readonly<Record<string, unknown>> | undefined {
  const inner = (field.def as { innerType?: z.ZodType }).innerType;
  return inner && (inner.meta() ?? innerMeta(inner));
}

function parsePart(
  schema: z.ZodObject,
  values: Record<string, unknown>,
  directive: Directive,
  diagnostics: Diagnostics,
): Record<string, unknown> | null {
  const mine = Object.fromEntries(Object.entries(values).filter(([key]) => key in schema.shape));
  const parsed = schema.safeParse(mine);
  if (parsed.success) return parsed.data;
  const reported = new Set<string>();
  for (const issue of parsed.error.issues) {
    const key = String(issue.path[0]);
    if (reported.has(key)) continue;
    reported.add(key);
    const entry = directive.attributes.entries.find((one) => one.key === key);
    const example = exampleOf(schema, key);
    if (entry) diagnostics.error('bad-attribute', entry.at, { key, value: String(entry.value), example });
    else diagnostics.error('missing-attribute', directive.at, { name: directive.name, key, example });
  }
  return null;
}

/** Reads `{…}` of a directive by the schemas of its type; null once something was reported. */
export function readOptions(directive: Directive, type: ActivityType, diagnostics: Diagnostics): ReadOptions | null {
  const shared: z.ZodObject = type.kind === 'activity' ? commonAttributes : blockAttributes;
  const known = [...Object.keys(type.options.shape), ...Object.keys(shared.shape)];
  const values: Record<string, unknown> = {};
  for (const { key, value, at } of directive.attributes.entries) {
    if (known.includes(key)) values[key] = value;
    else diagnostics.error('unknown-attribute', at, { name: directive.name, key, near: nearest(key, known) });
  }
  const common = parsePart(shared, values, directive, diagnostics);
  const own = parsePart(type.options, values, directive, diagnostics);
  if (!common || !own) return null;
  return { common, own: Object.fromEntries(Object.entries(own).map(([key, value]) => [camelCase(key), value])) };
}
