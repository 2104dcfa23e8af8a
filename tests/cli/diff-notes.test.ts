import { expect, test } from 'vitest';
import { z } from 'zod';
import { diffNotes } from '../../build/cli/diff-notes.ts';
import { comparisonSchema } from '../../build/versions/comparison-schema.ts';

/** Schemas of all keys by path, lists with `[]`. */
function schemasOf(schema: z.ZodType, before = ''): [path: string, schema: z.ZodType][] {
  if (schema instanceof z.ZodExactOptional || schema instanceof z.ZodOptional) return schemasOf(schema.unwrap() as z.ZodType, before);
  if (schema instanceof z.ZodArray) return schemasOf(schema.element as z.ZodType, `${before}[]`);
  if (!(schema instanceof z.ZodObject)) return [];
  return Object.entries(schema.shape).flatMap(([key, inner]) => {
    const path = before === '' ? key : `${before}.${key}`;
    return [[path, inner as z.ZodType] as [string, z.ZodType], ...schemasOf(inner as z.ZodType, path)];
  });
}
const schemas = new Map(schemasOf(comparisonSchema));

test('each key of a comparison is described in both languages, and no other', () => {
  const [fr, en] = [diffNotes('fr'), diffNotes('en')];
  expect(Object.keys(fr).sort()).toEqual([...schemas.keys()].sort());
  expect(Object.keys(en)).toEqual(Object.keys(fr));
  for (const key of Object.keys(fr)) {
    const [one, other] = [fr[key]?.description ?? '', en[key]?.description ?? ''];
    expect([key, one, other]).toEqual([key, expect.stringMatching(/^\p{Lu}.{6,}\.$/u), expect.stringMatching(/^\p{Lu}.{6,}\.$/u)]);
    expect([key, one === other]).toEqual([key, false]);
  }
});

test('the version online and the new one are described alike, each key in its own words', () => {
  for (const lang of ['fr', 'en'] as const) {
    const notes = diffNotes(lang);
    const below = (path: string): string[] =>
      Object.entries(notes).flatMap(([key, { description }]) => (key.startsWith(path) ? description : []));
    expect(below('old.')).toEqual(below('new.'));
    for (const list of [below('old.'), below('changes[].')]) expect(new Set(list).size).toBe(list.length);
  }
});

test('the example of each key could stand there', () => {
  for (const [key, { examples }] of Object.entries(diffNotes('fr'))) {
    const [example] = examples;
    const isMap = typeof example === 'object' && !Array.isArray(example);
    expect([key, examples.length, example === ''], key).toEqual([key, 1, false]);
    if (!isMap) expect([key, schemas.get(key)?.safeParse(example).success]).toEqual([key, true]);
  }
});
