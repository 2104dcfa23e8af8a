import { expect, test } from 'vitest';
import { z } from 'zod';
import { reportNotes } from '../../build/cli/report-notes.ts';
import { reportSchema } from '../../build/results/report-schema.ts';

/** Paths of all keys of a schema, lists with `[]`. */
function paths(schema: z.ZodType, before = ''): string[] {
  if (schema instanceof z.ZodArray) return paths(schema.element as z.ZodType, `${before}[]`);
  if (!(schema instanceof z.ZodObject)) return [];
  return Object.entries(schema.shape).flatMap(([key, inner]) => {
    const path = before === '' ? key : `${before}.${key}`;
    return [path, ...paths(inner as z.ZodType, path)];
  });
}

test('each key of a report is described in both languages, and no other', () => {
  const [fr, en] = [reportNotes('fr'), reportNotes('en')];
  expect(Object.keys(fr).sort()).toEqual(paths(reportSchema).sort());
  expect(Object.keys(en)).toEqual(Object.keys(fr));
  for (const key of Object.keys(fr)) expect([key, fr[key]?.description === '', en[key]?.description === '']).toEqual([key, false, false]);
  for (const key of Object.keys(fr)) expect([key, JSON.stringify(fr[key]) === JSON.stringify(en[key])]).toEqual([key, false]);
});

/** Returns the schema of a path such as `people[].name`. */
function schemaAt(path: string): z.ZodType {
  return path.split('.').reduce<z.ZodType>((schema, step) => {
    const inner = (schema as z.ZodObject).shape[step.replaceAll('[]', '')] as z.ZodType;
    return [...step.matchAll(/\[\]/g)].reduce<z.ZodType>((list) => (list as z.ZodArray).element as z.ZodType, inner);
  }, reportSchema);
}

test.each(['fr', 'en'] as const)('the example of each key could stand there, and says something (%s)', (language) => {
  for (const [path, { examples }] of Object.entries(reportNotes(language))) {
    const schema = schemaAt(path);
    const isNested = schema instanceof z.ZodObject || schema instanceof z.ZodArray;
    for (const example of examples) {
      if (!isNested) expect([path, schema.safeParse(example).success]).toEqual([path, true]);
      else expect([path, typeof example]).toEqual([path, 'object']);
    }
    expect([path, examples.length > 0]).toEqual([path, true]);
  }
});
