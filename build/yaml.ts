import { type Document, isNode, LineCounter, parseDocument } from 'yaml';
import type { z } from 'zod';
import type { Diagnostics, Position } from './diagnostics.ts';
import { nearest } from './nearest.ts';

/** A YAML text that fits its schema, and where its keys stand. */
export interface YamlFile<T> {
  readonly value: T;
  at(...path: (string | number)[]): Position;
}

function positionOf(document: Document, counter: LineCounter, file: string, skip: number, path: readonly PropertyKey[]): Position {
  for (let length = path.length; length >= 0; length--) {
    const node = length === 0 ? document.contents : document.getIn(path.slice(0, length) as (string | number)[], true);
    if (isNode(node) && node.range) {
      const { line, col } = counter.linePos(node.range[0]);
      return { file, line: line + skip, column: col };
    }
  }
  return { file, line: 1 + skip, column: 1 };
}

function unknownKeys(issue: z.core.$ZodIssue, schema: z.ZodType, place: (path: readonly PropertyKey[]) => Position, diagnostics: Diagnostics): boolean {
  if (issue.code !== 'unrecognized_keys') return false;
  const shape = 'shape' in schema && issue.path.length === 0 ? Object.keys((schema as z.ZodObject).shape) : [];
  for (const key of issue.keys) diagnostics.error('unknown-key', place([...issue.path, key]), { key, near: nearest(key, shape) });
  return true;
}

function expected(issue: z.core.$ZodIssue): string {
  if (issue.code === 'invalid_value') return issue.values.map(String).join(' | ');
  if (issue.code === 'invalid_type') return issue.expected;
  if (issue.code === 'too_big') return `≤ ${issue.maximum}`;
  if (issue.code === 'too_small') return `≥ ${issue.minimum}`;
  if (issue.code === 'invalid_format') return 'pattern' in issue ? String(issue.pattern) : issue.format;
  return issue.message;
}

/**
 * Reads a YAML text against a schema; every mistake is reported with its place.
 * @param skip lines of the file before the text (front matter: 1)
 * @returns null once something was reported
 */
export function readYaml<S extends z.ZodType>(text: string, file: string, schema: S, diagnostics: Diagnostics, skip = 0): YamlFile<z.infer<S>> | null {
  const counter = new LineCounter();
  const document = parseDocument(text, { lineCounter: counter, uniqueKeys: true, maxAliasCount: 20 } as Parameters<typeof parseDocument>[1]);
  const place = (path: readonly PropertyKey[]): Position => positionOf(document, counter, file, skip, path);
  for (const error of [...document.errors, ...document.warnings]) {
    const { line, col } = counter.linePos(error.pos[0]);
    diagnostics.error('broken-yaml', { file, line: line + skip, column: col }, { why: error.message.split('\n')[0] ?? '' });
  }
  if (document.errors.length > 0) return null;
  let plain: unknown;
  try {
    plain = document.toJS({ maxAliasCount: 20 }) ?? {};
  } catch (error) {
    diagnostics.error('broken-yaml', { file, line: 1 + skip, column: 1 }, { why: String((error as Error).message) });
    return null;
  }
  const parsed = schema.safeParse(plain);
  if (parsed.success) return { value: parsed.data, at: (...path) => place(path) };
  for (const issue of parsed.error.issues) {
    if (unknownKeys(issue, schema, place, diagnostics)) continue;
    const key = issue.path.map(String).join('.');
    if (issue.code === 'too_big' && issue.path.at(-1) === 'title') diagnostics.error('title-too-long', place(issue.path), { limit: 200 });
    else if (issue.code === 'invalid_type' && issue.message.includes('undefined')) diagnostics.error('missing-key', place(issue.path.slice(0, -1)), { key });
    else diagnostics.error('bad-value', place(issue.path), { key, expected: expected(issue) });
  }
  return null;
}
