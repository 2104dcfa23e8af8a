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
  for (const key of Object.keys(fr)) expect([key, JSON.stringify(fr[key]) === JSON.stringify(en[key])]).toEqual([key, false]);
});
