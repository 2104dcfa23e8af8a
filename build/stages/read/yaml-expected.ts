import type { z } from 'zod';
import { slug } from '../../model/slug.ts';

/** Expected kind of a value, or a valid example, for French messages and for English ones. */
export type Expected = { readonly expected: string } | { readonly like: string; readonly english?: string };

/** Symbols for kinds of values, independent of language. */
const KINDS: Readonly<Record<string, string>> = {
  number: '60',
  string: '"…"',
  boolean: 'true',
  array: '[…, …]',
  object: '{ …: … }',
  record: '{ …: … }',
};

/** The same for maps, by their outermost key. */
const MAPS: Readonly<Record<string, string>> = {
  competencies: '{ id: c4-5, title: "…" }',
  modules: '{ seance-1: { pass: 60 } }',
  theme: '{ accent: "#1D4ED8" }',
};

/** Converts the value to an id, if that is valid: `Séance 1.md` → `seance-1`. */
function asId(value: unknown): string {
  return slug(String(value).replace(/\.md$/i, ''), '');
}

/** Makes a list from a text, or from a single map of competencies. */
function asList(value: unknown, key: string): string {
  if (typeof value === 'string') {
    const ids = value.split(/[;,\n]/).map(asId);
    return `[${ids.filter((one) => one !== '').join(', ')}]`;
  }
  const [first] = key === 'competencies' && value && typeof value === 'object' ? Object.entries(value) : [];
  return first ? `[{ id: ${asId(first[0])}, title: "${String(first[1]).slice(0, 60)}" }]` : (KINDS.array as string);
}

function likeKind(kind: string, path: readonly PropertyKey[], value: unknown): string {
  if (kind === 'array') return asList(value, String(path[0]));
  if (kind === 'object' || kind === 'record') return (path.length < 3 && MAPS[String(path[0])]) || (KINDS[kind] as string);
  // YAML reads `12` as a number, and `#1D4ED8` as a comment.
  if (path.at(-1) === 'accent') return '"#1D4ED8"';
  return kind === 'string' && /^(?:number|boolean)$/.test(typeof value) ? `"${value}"` : (KINDS[kind] ?? kind);
}

/** Describes the expected value. @param value the actual one */
export function expected(issue: z.core.$ZodIssue, value: unknown): Expected {
  if (issue.code === 'invalid_value') return { expected: issue.values.map(String).join(' | ') };
  if (issue.code === 'invalid_type') return { like: likeKind(issue.expected, issue.path, value) };
  if (issue.code === 'too_big') return { expected: `≤ ${issue.maximum}` };
  if (issue.code === 'too_small') return { expected: `≥ ${issue.minimum}` };
  const [like = '', english = like] = issue.message.split('\n');
  const pattern = issue.code === 'invalid_format' ? issue.pattern?.replace(/^\/|\/$/g, '') : undefined;
  if (pattern === undefined || typeof value !== 'string') return { like, english };
  if (/[;,]/.test(value)) return { like: asList(value, '') };
  return new RegExp(pattern).test(asId(value)) ? { like: asId(value) } : { like, english };
}

/** Suggests a valid key of a map: the same name with allowed characters. */
export function keyFor(issue: z.core.$ZodIssue): { readonly name: string; readonly fit: string } | null {
  const name = String(issue.path.at(-1));
  return issue.code === 'invalid_key' ? { name, fit: slug(name, 'referent') } : null;
}
