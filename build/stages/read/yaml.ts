import { type Document, parseDocument } from 'yaml';
import type { z } from 'zod';
import type { Code } from '../../diagnostics/codes.ts';
import type { Diagnostics } from '../../diagnostics/diagnostics.ts';
import { nearest } from '../../diagnostics/nearest.ts';
import type { YamlFile } from '../../model/course.ts';
import { expected, keyFor } from './yaml-expected.ts';
import { reportEscaped, reportProto } from './yaml-nodes.ts';
import { placesIn, type YamlPlaces } from './yaml-places.ts';
import { restoreTitles, withPlainTitles } from './yaml-titles.ts';

/** Largest number of reported keys of one map: a wrong file may have thousands. */
const MOST_KEYS = 100;

/** Our codes for common YAML mistakes, by the YAML library's codes. */
const TYPOS: Readonly<Record<string, Code>> = {
  DUPLICATE_KEY: 'yaml-key-twice',
  TAB_AS_INDENT: 'yaml-tab',
  BAD_INDENT: 'yaml-indent',
  BLOCK_AS_IMPLICIT_KEY: 'yaml-indent',
  MULTILINE_IMPLICIT_KEY: 'yaml-indent',
  MISSING_CHAR: 'yaml-not-closed',
  BAD_SCALAR_START: 'yaml-bare-sign',
};

type UnknownKey = 'unknown-key' | 'cohort-key';

function keysOf(schema: z.ZodType | undefined): string[] {
  return schema && 'shape' in schema ? Object.keys((schema as z.ZodObject).shape) : [];
}

/** The schema of what stands at a path, without what wraps it. */
function schemaAt(schema: z.ZodType, path: readonly PropertyKey[]): z.ZodType | undefined {
  let inner: z.ZodType | undefined = schema;
  for (const step of [null, ...path]) {
    if (step !== null && inner) inner = 'element' in inner ? (inner.element as z.ZodType) : (inner as z.ZodObject).shape?.[String(step)];
    while (inner && 'innerType' in inner.def) inner = inner.def.innerType as z.ZodType;
  }
  return inner;
}

/** Keys that a cohort sets for one session, not for all. */
const OF_MODULES: ReadonlySet<string> = new Set(['duration', 'pass', 'completion', 'on-fail']);

function unknownKeys(
  issue: z.core.$ZodIssue,
  schema: z.ZodType,
  code: UnknownKey,
  places: Parsed['places'],
  diagnostics: Diagnostics,
): boolean {
  if (issue.code !== 'unrecognized_keys') return false;
  const shape = keysOf(schemaAt(schema, issue.path));
  for (const key of issue.keys.slice(0, MOST_KEYS)) {
    const near = code === 'cohort-key' && OF_MODULES.has(key) ? '' : nearest(key, shape);
    const at = places.keyAt(...(issue.path as (string | number)[]), key);
    diagnostics.error(near === '' ? code : 'unknown-key', at, { key, near, ...(shape.length > 0 && { keys: shape.join(', ') }) });
  }
  return true;
}

/** A YAML text before its schema. */
interface Parsed {
  /** Undefined if it can't be read, which was reported. */
  readonly plain: unknown;
  readonly places: YamlPlaces;
}

/** Finds code and offset of a YAML error. */
function typoOf({ code, message, pos: [start] }: Document.Parsed['errors'][number], text: string): { typo: Code; start: number } {
  const line = text.slice(text.lastIndexOf('\n', start - 1) + 1, start);
  if (message.startsWith('Flow ')) {
    const open = Math.max(text.lastIndexOf('{', start - 1), text.lastIndexOf('[', start - 1));
    const hash = text.slice(open, start).search(/: #/);
    return hash < 0 ? { typo: 'yaml-not-closed', start: open } : { typo: 'yaml-hash', start: open + hash + 2 };
  }
  if (message.startsWith('Sequence item without')) return { typo: 'yaml-indent', start: start + 1 };
  if (code === 'UNEXPECTED_TOKEN' && /: *'[^']*'$/.test(line)) return { typo: 'yaml-apostrophe', start };
  const typo = TYPOS[code] ?? 'broken-yaml';
  return { typo: typo === 'yaml-indent' && /^[“”„«]/.test(text.slice(start)) ? 'yaml-curly-quotes' : typo, start };
}

/** Reports errors of the YAML library. */
function reportSlips({ errors, warnings }: Document.Parsed, text: string, places: YamlPlaces, diagnostics: Diagnostics): void {
  const reported = new Set<string>();
  let hasTab = false;
  for (const error of [...errors, ...warnings]) {
    const { line, column } = places.place(error.pos[0]);
    // One mistake may cause several errors at one position.
    if (reported.size === reported.add(`${line}:${column}`).size) continue;
    const { typo, start } = typoOf(error, text);
    // A tab in one line makes other lines look wrongly indented.
    if (typo !== 'yaml-indent' || !hasTab) diagnostics.error(typo, places.place(start));
    hasTab ||= typo === 'yaml-tab';
  }
}

/** A key and its colon, with the spaces around it, at the start of a line. */
const KEYS = /^[ \t]*(?:- +)?[\p{L}\d_-]+[ \u00a0\u202f]*:[ \u00a0\u202f]*/gmu;
/** Braces that are a value; a title may contain others. */
const BRACES = /(?:^|[-:,[]) *\{[^{}\n]*\}/gm;
const KEYS_IN_BRACES = /[{,] *[\p{L}\d_-]+[ \u00a0\u202f]*:[ \u00a0\u202f]*/gu;
const UNBROKEN = /[\u00a0\u202f]/g;

/** Replaces no-break spaces around the colons of keys, which French keyboards and word processors insert and YAML reads as letters. */
function withPlainSpaces(text: string): string {
  if (text.search(UNBROKEN) < 0) return text;
  const plain = (key: string): string => key.replace(UNBROKEN, ' ');
  return text.replace(KEYS, plain).replace(BRACES, (braces) => braces.replace(KEYS_IN_BRACES, plain));
}

function parse(source: string, file: string, diagnostics: Diagnostics, skip: number): Parsed {
  const spaced = withPlainSpaces(source);
  const text = withPlainTitles(spaced);
  const document = parseDocument(text, { uniqueKeys: true, maxAliasCount: 20, logLevel: 'error' } as Parameters<typeof parseDocument>[1]);
  const places = placesIn(document, text, file, skip);
  reportSlips(document, text, places, diagnostics);
  if (document.errors.length > 0) return { plain: undefined, places };
  if (text !== spaced) restoreTitles(document);
  if (text.includes('__proto__')) reportProto(document, places, diagnostics);
  if (text.includes('\\')) reportEscaped(document, places, diagnostics);
  try {
    return { plain: document.toJS({ maxAliasCount: 20 }) ?? {}, places };
  } catch {
    // Aliases that refer to each other endlessly.
    diagnostics.error('broken-yaml', { file, line: 1 + skip, column: 1 });
    return { plain: undefined, places };
  }
}

function isMissing(issue: z.core.$ZodIssue): boolean {
  return issue.code === 'invalid_type' && issue.message.includes('undefined');
}

function valueAt(plain: unknown, path: readonly (string | number)[]): unknown {
  return path.reduce<unknown>((inner, step) => (inner as Record<PropertyKey, unknown> | undefined)?.[step], plain);
}

/** Sentence about a word that no face has. */
function featureOf({ path, values }: z.core.$ZodIssueInvalidValue, value: unknown) {
  const known = values.map(String);
  return { key: String(path.at(-1)), value: String(value), near: nearest(String(value), known), keys: known.join(', ') };
}

function reportIssue(issue: z.core.$ZodIssue, { plain, places }: Parsed, diagnostics: Diagnostics): void {
  const path = issue.path as (string | number)[];
  const key = path.map(String).join('.');
  const name = keyFor(issue);
  if (path.length === 0) diagnostics.error('yaml-no-keys', places.at());
  else if (issue.code === 'too_big' && path.at(-1) === 'title') diagnostics.error('title-too-long', places.at(...path), { limit: 200 });
  else if (isMissing(issue)) diagnostics.error('missing-key', places.at(...path.slice(0, -1)), { key, last: String(path.at(-1)) });
  else if (name) diagnostics.error('bad-key', places.keyAt(...path), name);
  else if (issue.code === 'invalid_value' && path.includes('face'))
    diagnostics.error('unknown-feature', places.at(...path), featureOf(issue, valueAt(plain, path)));
  else diagnostics.error('bad-value', places.at(...path), { key, ...expected(issue, valueAt(plain, path)) });
}

/** Reports schema errors; returns the outermost keys that have one. */
function reportIssues(
  issues: readonly z.core.$ZodIssue[],
  schema: z.ZodType,
  unknown: UnknownKey,
  text: Parsed,
  diagnostics: Diagnostics,
): ReadonlySet<unknown> {
  const wrong = new Set<unknown>();
  const strange = issues.flatMap((issue) => (issue.code === 'unrecognized_keys' && issue.path.length === 0 ? issue.keys : []));
  const meant = strange.slice(0, MOST_KEYS).map((key) => nearest(key, keysOf(schema)));
  for (const issue of issues) {
    // « titel » is the title: one mistake, one message.
    if (isMissing(issue) && issue.path.length === 1 && meant.includes(String(issue.path[0]))) continue;
    if (unknownKeys(issue, schema, unknown, text.places, diagnostics)) {
      for (const key of issue.path.length === 0 && issue.code === 'unrecognized_keys' ? issue.keys : issue.path.slice(0, 1)) wrong.add(key);
      continue;
    }
    reportIssue(issue, text, diagnostics);
    wrong.add(issue.path[0]);
  }
  return wrong;
}

/** Copies a map without unknown keys; the intended key gets the value, if it is missing. */
function asMeant(plain: unknown, issues: readonly z.core.$ZodIssue[], schema: z.ZodType): unknown {
  const meant = structuredClone(plain);
  for (const issue of issues) {
    if (issue.code !== 'unrecognized_keys') continue;
    const map = issue.path.reduce<unknown>((inner, step) => (inner as Record<PropertyKey, unknown>)[step], meant) as Record<
      string,
      unknown
    >;
    const shape = issue.path.length === 0 ? keysOf(schema) : [];
    for (const [index, key] of issue.keys.entries()) {
      const near = index < MOST_KEYS ? nearest(key, shape) : '';
      if (near !== '') map[near] ??= map[key];
      delete map[key];
    }
  }
  return meant;
}

/**
 * Reads a YAML text against a schema and reports every mistake with its position. An unknown key doesn't hide other mistakes.
 * @returns null if a value is missing or invalid
 */
export function readYaml<S extends z.ZodType>(
  text: string,
  file: string,
  schema: S,
  diagnostics: Diagnostics,
): YamlFile<z.infer<S>> | null {
  const { plain, places } = parse(text, file, diagnostics, 0);
  if (plain === undefined) return null;
  const parsed = schema.safeParse(plain);
  if (parsed.success) return { value: parsed.data, ...places };
  const { issues } = parsed.error;
  reportIssues(issues, schema, 'unknown-key', { plain, places }, diagnostics);
  const valid = schema.safeParse(asMeant(plain, issues, schema));
  return valid.success ? { value: valid.data, ...places, isBroken: true } : null;
}

/**
 * Reads front matter, or a whole file. Wrong values are reported and left out, so that the rest can be read.
 * @param standIn defaults of required values
 * @param skip lines of the file before the text
 * @param unknown code to report unknown keys with
 */
export function readSound<S extends z.ZodType>(
  text: string,
  file: string,
  schema: S,
  standIn: Readonly<Record<string, unknown>>,
  diagnostics: Diagnostics,
  skip = 1,
  unknown: UnknownKey = 'unknown-key',
): YamlFile<z.infer<S>> {
  const { plain, places } = parse(text, file, diagnostics, skip);
  if (plain === undefined) return { value: schema.parse(standIn), ...places, isBroken: true };
  const parsed = schema.safeParse(plain);
  if (parsed.success) return { value: parsed.data, ...places };
  const wrong = reportIssues(parsed.error.issues, schema, unknown, { plain, places }, diagnostics);
  const valid =
    typeof plain === 'object' && !wrong.has(undefined) ? Object.entries(plain as object).filter(([key]) => !wrong.has(key)) : [];
  return { value: schema.parse({ ...standIn, ...Object.fromEntries(valid) }), ...places, isBroken: true };
}
