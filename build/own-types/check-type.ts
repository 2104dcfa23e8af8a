import { join } from 'node:path';
import type { Scoring } from '../../src/model/course/activity.ts';
import type { Diagnostics } from '../diagnostics/diagnostics.ts';
import type { TypeSchema } from '../types/activity-type.ts';
import { reportExport } from './compile-type.ts';
import { reportMissing, scriptOf, type TypeFolder } from './type-folders.ts';

/** Exports of the compiled code of a type. */
export interface TypeExports {
  readonly type: { readonly definition?: unknown };
  readonly scoring: Readonly<Record<string, unknown>> | null;
  readonly strings: unknown;
  readonly template: object;
  readonly print: object | null;
}

type Strings = Readonly<Record<'fr' | 'en', Readonly<Record<string, string>>>>;

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null;
}

/** Required members of a definition: name, test of the value, and an example. */
const MEMBERS = [
  ['kind', (value: unknown) => value === 'activity' || value === 'block', "kind: 'activity' | 'block'"],
  ['form', (value: unknown) => isObject(value) && typeof value.read === 'function', 'form: choices'],
  ['attributes', (value: unknown) => isObject(value) && isObject(value.shape), 'attributes: z.object({})'],
] as const;

/** Returns the definition of a type. Reports errors and then returns null. */
export function definitionOf({ type }: TypeExports, folder: TypeFolder, diagnostics: Diagnostics): TypeSchema | null {
  const file = scriptOf(folder, 'type') ?? folder.path;
  const { definition } = type;
  if (!isObject(definition)) {
    reportExport(file, 'definition', diagnostics);
    return null;
  }
  const wrong = MEMBERS.filter(([key, isRight]) => !isRight(definition[key]));
  for (const [key, , expected] of wrong) diagnostics.error('bad-value', { file, line: 1, column: 1 }, { key, expected });
  // The cast is safe for the members checked above. The rest is left to the project's own type check.
  return wrong.length === 0 ? (definition as unknown as TypeSchema) : null;
}

/** Returns the scoring of an activity, null for a block. Reports missing files and exports. */
export function scoringOf({ scoring }: TypeExports, schema: TypeSchema, folder: TypeFolder, diagnostics: Diagnostics): Scoring | null {
  if (schema.kind === 'block') return null;
  for (const script of ['scoring', 'runtime'] as const) if (!scriptOf(folder, script)) reportMissing(folder, `${script}.ts`, diagnostics);
  if (!scoring) return null;
  const solves = schema.scored !== undefined && schema.scored !== false && !scoring.draw;
  const file = scriptOf(folder, 'scoring') ?? folder.path;
  for (const name of ['score', 'slots', 'report', 'largest', ...(solves ? ['solve'] : [])])
    if (typeof scoring[name] !== 'function') reportExport(file, name, diagnostics);
  return scoring as unknown as Scoring;
}

/** Returns the strings of a type. Reports missing languages and keys and then returns null. */
export function stringsOf({ strings }: TypeExports, folder: TypeFolder, diagnostics: Diagnostics): Strings | null {
  const at = { file: join(folder.path, 'strings.json'), line: 1, column: 1 };
  const tables = (['fr', 'en'] as const).map((lang) => [lang, isObject(strings) ? strings[lang] : undefined] as const);
  const keys = new Set(['label', ...tables.flatMap(([, table]) => (isObject(table) ? Object.keys(table) : []))]);
  const isThere = (table: Readonly<Record<string, unknown>>, key: string): boolean =>
    typeof table[key] === 'string' && (key !== 'label' || table[key] !== '');
  const missing = tables.flatMap(([lang, table]) =>
    isObject(table) ? [...keys].filter((key) => !isThere(table, key)).map((key) => [`${lang}.${key}`, key]) : [[lang, lang]],
  );
  for (const [key = '', last = ''] of missing) diagnostics.error('missing-key', at, { key, last: JSON.stringify(last) });
  return missing.length === 0 ? (strings as Strings) : null;
}
