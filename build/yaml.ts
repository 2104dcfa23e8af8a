import { type Document, isMap, isNode, isScalar, LineCounter, parseDocument } from 'yaml';
import type { z } from 'zod';
import type { Diagnostics, Position } from './diagnostics.ts';
import type { Code } from './messages/codes.ts';
import { nearest } from './nearest.ts';

/** So many keys of one map are told of: a file that is no file of a course may have thousands. */
const MOST_KEYS = 100;

/** What the usual slips are told as, by the code of the YAML reader. */
const SLIPS: Readonly<Record<string, Code>> = {
  DUPLICATE_KEY: 'yaml-key-twice',
  TAB_AS_INDENT: 'yaml-tab',
  BAD_INDENT: 'yaml-indent',
  BLOCK_AS_IMPLICIT_KEY: 'yaml-indent',
  MULTILINE_IMPLICIT_KEY: 'yaml-indent',
  MISSING_CHAR: 'yaml-not-closed',
  BAD_SCALAR_START: 'yaml-bare-sign',
};

type UnknownKey = 'unknown-key' | 'cohort-key';

/** A YAML text that fits its schema, and where its keys stand. */
export interface YamlFile<T> {
  readonly value: T;
  /** Where a value stands. */
  at(...path: (string | number)[]): Position;
  /** Where its key stands. */
  keyAt(...path: (string | number)[]): Position;
}

type Place = (path: readonly PropertyKey[]) => Position;

/** Node of a value, or of the nearest around it that the text has. */
function nodeAt(document: Document, path: readonly PropertyKey[]): unknown {
  for (let length = path.length; length > 0; length--) {
    const node = document.getIn(path.slice(0, length) as (string | number)[], true);
    if (isNode(node)) return node;
  }
  return document.contents;
}

function keyNode(document: Document, path: readonly PropertyKey[]): unknown {
  const parent = path.length > 1 ? document.getIn(path.slice(0, -1) as (string | number)[], true) : document.contents;
  const pair = isMap(parent) ? parent.items.find(({ key }) => isScalar(key) && key.value === path.at(-1)) : undefined;
  return pair?.key ?? nodeAt(document, path);
}

function placer(document: Document, counter: LineCounter, file: string, skip: number, find: typeof nodeAt): Place {
  return (path) => {
    const node = find(document, path);
    if (!isNode(node) || !node.range) return { file, line: 1 + skip, column: 1 };
    const { line, col } = counter.linePos(node.range[0]);
    return { file, line: line + skip, column: col };
  };
}

function unknownKeys(issue: z.core.$ZodIssue, schema: z.ZodType, code: UnknownKey, place: Place, diagnostics: Diagnostics): boolean {
  if (issue.code !== 'unrecognized_keys') return false;
  const shape = 'shape' in schema && issue.path.length === 0 ? Object.keys((schema as z.ZodObject).shape) : [];
  for (const key of issue.keys.slice(0, MOST_KEYS))
    diagnostics.error(code, place([...issue.path, key]), { key, near: nearest(key, shape) });
  return true;
}

/** What stands for a kind of value: words would be those of one language. */
const KINDS: Readonly<Record<string, string>> = {
  number: '60',
  string: '"…"',
  boolean: 'true',
  array: '[…, …]',
  object: '{ …: … }',
  record: '{ …: … }',
};

function expected(issue: z.core.$ZodIssue): string {
  if (issue.code === 'invalid_value') return issue.values.map(String).join(' | ');
  if (issue.code === 'invalid_type') return `ex. ${KINDS[issue.expected] ?? issue.expected}`;
  if (issue.code === 'too_big') return `≤ ${issue.maximum}`;
  if (issue.code === 'too_small') return `≥ ${issue.minimum}`;
  return `ex. ${issue.message}`;
}

/**
 * Reads a YAML text against a schema; every mistake is reported with its place.
 * @param skip lines of the file before the text (front matter: 1)
 * @param unknown what a key is reported as that the schema doesn't know
 * @returns null once something was reported
 */
export function readYaml<S extends z.ZodType>(
  text: string,
  file: string,
  schema: S,
  diagnostics: Diagnostics,
  skip = 0,
  unknown: UnknownKey = 'unknown-key',
): YamlFile<z.infer<S>> | null {
  const counter = new LineCounter();
  const document = parseDocument(text, { lineCounter: counter, uniqueKeys: true, maxAliasCount: 20 } as Parameters<
    typeof parseDocument
  >[1]);
  const place = placer(document, counter, file, skip, nodeAt);
  const keyPlace = placer(document, counter, file, skip, keyNode);
  const told = new Set<string>();
  for (const error of [...document.errors, ...document.warnings]) {
    const { line, col } = counter.linePos(error.pos[0]);
    // One slip makes several errors at one place.
    if (told.size === told.add(`${line}:${col}`).size) continue;
    diagnostics.error(SLIPS[error.code] ?? 'broken-yaml', { file, line: line + skip, column: col });
  }
  if (document.errors.length > 0) return null;
  let plain: unknown;
  try {
    plain = document.toJS({ maxAliasCount: 20 }) ?? {};
  } catch {
    // Names that stand for each other without end.
    diagnostics.error('broken-yaml', { file, line: 1 + skip, column: 1 });
    return null;
  }
  const parsed = schema.safeParse(plain);
  if (parsed.success) return { value: parsed.data, at: (...path) => place(path), keyAt: (...path) => keyPlace(path) };
  for (const issue of parsed.error.issues) {
    if (unknownKeys(issue, schema, unknown, keyPlace, diagnostics)) continue;
    const key = issue.path.map(String).join('.');
    if (issue.code === 'too_big' && issue.path.at(-1) === 'title') diagnostics.error('title-too-long', place(issue.path), { limit: 200 });
    else if (issue.code === 'invalid_type' && issue.message.includes('undefined'))
      diagnostics.error('missing-key', place(issue.path.slice(0, -1)), { key });
    else diagnostics.error('bad-value', place(issue.path), { key, expected: expected(issue) });
  }
  return null;
}
