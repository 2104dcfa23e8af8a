import { expect, test } from 'vitest';
import { z } from 'zod';
import { expected, keyFor } from '../../../build/stages/read/yaml-expected.ts';

const ID = z.string().regex(/^[a-z0-9]+(?:-[a-z0-9]+)*$/, 'seance-1\nsession-1');

/** The first issue of a value at a path, and what is expected there. */
function expectedAt(schema: z.ZodType, value: unknown, path: string[] = ['key']) {
  const shape = path.reduceRight<z.ZodType>((inner, key) => z.object({ [key]: inner }), schema);
  const whole = path.reduceRight<unknown>((inner, key) => ({ [key]: inner }), value);
  const issue = shape.safeParse(whole).error?.issues[0];
  if (!issue) throw new Error('valid');
  return expected(issue, value);
}

test.each<[string, z.ZodType, unknown, string[] | undefined, object]>([
  ['one of several', z.enum(['plain', 'vif']), 'x', undefined, { expected: 'plain | vif' }],
  ['at most', z.number().max(100), 120, undefined, { expected: '≤ 100' }],
  ['at least', z.number().min(1), 0, undefined, { expected: '≥ 1' }],
  ['a number', z.number(), 'x', undefined, { like: '60' }],
  ['a text', z.string(), null, undefined, { like: '"…"' }],
  ['a text that reads as a number', z.string(), 12, undefined, { like: '"12"' }],
  ['a text that reads as a truth', z.string(), true, undefined, { like: '"true"' }],
  ['a number that is a truth', z.number(), true, undefined, { like: '60' }],
  ['a kind without an example', z.date(), 3, undefined, { like: 'date' }],
  ['a truth', z.boolean(), 'oui', undefined, { like: 'true' }],
  ['a list', z.array(z.string()), 3, undefined, { like: '[…, …]' }],
  ['a list written as a text', z.array(z.string()), 'Séance 1.md; Séance 2.MD, , x', undefined, { like: '[seance-1, seance-2, x]' }],
  ['a list written in lines', z.array(z.string()), 'Séance 1\nSéance 2', undefined, { like: '[seance-1, seance-2]' }],
  [
    'a list of competencies written as a map',
    z.array(z.string()),
    { 'C4 5': 'Cuire' },
    ['competencies'],
    { like: '[{ id: c4-5, title: "Cuire" }]' },
  ],
  [
    'the first of several competencies',
    z.array(z.string()),
    { 'C4 5': 'Cuire', 'C4 6': 'Servir' },
    ['competencies'],
    { like: '[{ id: c4-5, title: "Cuire" }]' },
  ],
  ['a map of the same name deeper', z.array(z.string()), { 'C4 5': 'Cuire' }, ['modules', 'competencies'], { like: '[…, …]' }],
  ['another list written as a map', z.array(z.string()), { 'C4 5': 'Cuire' }, ['people'], { like: '[…, …]' }],
  ['an empty map of competencies', z.array(z.string()), {}, ['competencies'], { like: '[…, …]' }],
  ['a map', z.object({}), 3, undefined, { like: '{ …: … }' }],
  ['a map by name', z.object({}), 3, ['theme'], { like: '{ accent: "#1D4ED8" }' }],
  ['the same deeper', z.object({}), 3, ['modules', 'rames'], { like: '{ seance-1: { pass: 60 } }' }],
  ['the same too deep', z.object({}), 3, ['modules', 'rames', 'x'], { like: '{ …: … }' }],
  ['a record', z.record(z.string(), z.string()), 3, undefined, { like: '{ …: … }' }],
  ['a map of competencies', z.object({}), 3, ['competencies'], { like: '{ id: c4-5, title: "…" }' }],
  ['a record by name', z.record(z.string(), z.string()), 3, ['modules'], { like: '{ seance-1: { pass: 60 } }' }],
  ['a colour that was read as a remark', z.string(), null, ['theme', 'accent'], { like: '"#1D4ED8"' }],
  ['an id that can be made', ID, 'Séance 1.md', undefined, { like: 'seance-1' }],
  ['one that can not', ID, '?', undefined, { like: 'seance-1', english: 'session-1' }],
  ['several ids in one', ID, 'a; b', undefined, { like: '[a, b]' }],
  ['a rule of its own', z.string().refine(() => false, 'le matin'), 'x', undefined, { like: 'le matin', english: 'le matin' }],
])('%s', (_, schema, value, path, found) => {
  expect(expectedAt(schema, value, path)).toEqual(found);
});

test('a long title of a competency is cut', () => {
  expect(expectedAt(z.array(z.string()), { a: 'x'.repeat(70) }, ['competencies'])).toEqual({
    like: `[{ id: a, title: "${'x'.repeat(60)}" }]`,
  });
});

test('a key with other characters gets a valid one', () => {
  const schema = z.record(z.string().regex(/^[a-z-]+$/), z.string());
  const [issue] = schema.safeParse({ 'Le chef': 'Nadia' }).error?.issues ?? [];
  const [other] = schema.safeParse({ chef: 3 }).error?.issues ?? [];
  if (!issue || !other) throw new Error('valid');
  expect([keyFor(issue), keyFor(other)]).toEqual([{ name: 'Le chef', fit: 'le-chef' }, null]);
  const [deeper] = z.object({ variables: schema }).safeParse({ variables: { 'Le chef': 'Nadia' } }).error?.issues ?? [];
  const [short] = z.object({ chef: z.string().min(3) }).safeParse({ chef: 'N' }).error?.issues ?? [];
  expect([deeper && keyFor(deeper), short && keyFor(short)]).toEqual([{ name: 'Le chef', fit: 'le-chef' }, null]);
  const [nameless] = schema.safeParse({ '…': 'Nadia' }).error?.issues ?? [];
  expect(nameless && keyFor(nameless)).toEqual({ name: '…', fit: 'referent' });
});
