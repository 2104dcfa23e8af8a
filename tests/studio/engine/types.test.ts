import { beforeAll, describe, expect, test } from 'vitest';
import { z } from 'zod';
import type { TypeFacts } from '../../../build/studio/engine/calls.ts';
import { typesOf } from '../../../build/studio/engine/types.ts';
import { engine } from '../../helpers/engine.ts';

let types: readonly TypeFacts[];
beforeAll(() => {
  types = typesOf(engine.types, 'fr');
});

const typeOf = (name: string): TypeFacts | undefined => types.find((one) => one.name === name);
const attributeOf = (type: string, name: string): unknown => typeOf(type)?.attributes.find((one) => one.name === name);

test('all types are described once, sorted by their labels in the language of the page', () => {
  expect(types.map(({ name }) => name).sort()).toEqual([...engine.types.keys()].sort());
  const labels = types.map(({ label }) => label);
  expect(labels).toEqual([...labels].sort((one, other) => one.localeCompare(other, 'fr')));
  const english = typesOf(engine.types, 'en').find(({ name }) => name === 'order')?.label;
  expect(english).not.toBe(typeOf('order')?.label);
});

test('each has the name of its body form', () => {
  expect(types.filter(({ form }) => form === '')).toEqual([]);
  const forms = Object.fromEntries(types.map(({ name, form }) => [name, form]));
  expect(forms).toMatchObject({
    choice: 'choices',
    numeric: 'mistakes',
    order: 'steps',
    categorize: 'groups',
    'stakeholder-map': 'grid',
    'mind-map': 'tree',
    sliders: 'scale',
    cloze: 'blanks',
    'mark-text': 'passages',
    matching: 'pairs',
    compare: 'comparison',
    'label-image': 'labels',
    hotspots: 'spots',
    accordion: 'cards',
    branching: 'scenes',
    writing: 'fields',
    recap: 'definitions',
    quiz: 'composed',
    scene: 'speeches',
    callout: 'prose',
    table: 'table',
    video: 'none',
  });
});

test('an attribute has a kind, its words, its value without it, and whether all types know it', () => {
  expect(attributeOf('choice', 'points')).toMatchObject({ kind: 'text', values: [], isCommon: true });
  expect(attributeOf('quiz', 'bank')).toMatchObject({ kind: 'text', values: [], fallback: '', isCommon: false });
  expect(attributeOf('quiz', 'shuffle')).toMatchObject({ kind: 'choice', values: expect.arrayContaining(['yes', 'no']), isCommon: false });
  for (const { attributes } of types)
    for (const { kind, values } of attributes) expect([kind, values.length > 0]).toEqual([kind, kind === 'choice']);
});

describe('an attribute of a type of one project', () => {
  const own = { ...engine.types.get('choice'), name: 'own' };
  const described = (schema: z.ZodType): unknown => {
    const type = { ...own, attributes: z.object({ one: schema }) } as never;
    const { kind, values, fallback } = typesOf(new Map([['own', type]]), 'fr')[0]?.attributes[0] ?? {};
    return [kind, values, fallback];
  };

  test.each<readonly [z.ZodType, string, readonly string[], string]>([
    [z.string(), 'text', [], ''],
    [z.string().default('pain'), 'text', [], 'pain'],
    [z.number(), 'number', [], ''],
    [z.int().default(3), 'number', [], '3'],
    [z.number().default(0), 'number', [], '0'],
    [z.number().transform(String), 'number', [], ''],
    [z.date(), 'text', [], ''],
    [z.boolean(), 'flag', [], ''],
    [z.union([z.int(), z.boolean()]), 'flag', [], ''],
    [z.union([z.string(), z.int()]), 'number', [], ''],
    [z.enum(['true', 'un']), 'choice', ['true', 'un'], ''],
    [z.literal(0), 'choice', ['0'], ''],
    [z.enum(['true', 'false']), 'flag', ['true', 'false'], ''],
    [z.enum(['un', 'deux']).default('un'), 'choice', ['un', 'deux'], 'un'],
    [z.literal('un'), 'choice', ['un'], ''],
    [z.union([z.literal('un'), z.enum(['deux', 'trois'])]), 'choice', ['un', 'deux', 'trois'], ''],
    [z.union([z.literal('un'), z.number()]), 'number', [], ''],
    [z.union([z.literal('un'), z.string()]), 'text', [], ''],
  ])('%#', (schema, kind, values, fallback) => {
    expect(described(schema)).toEqual([kind, values, fallback]);
  });
});

test('a type of a project may have no label and a form of its own', () => {
  const type = { ...engine.types.get('choice'), name: 'own', strings: { fr: {}, en: {} }, form: {}, contains: ['choice'] } as never;
  const [described] = typesOf(new Map([['own', type]]), 'fr');
  expect(described).toMatchObject({ name: 'own', label: 'own', kind: 'activity', form: '', contains: ['choice'] });
  const own = described?.attributes.map(({ isCommon }) => isCommon) ?? [];
  expect(own).toEqual([...own].sort());
});

test('activities and blocks have common attributes of their own', () => {
  const common = (name: string): readonly string[] =>
    typeOf(name)
      ?.attributes.filter(({ isCommon }) => isCommon)
      .map((one) => one.name) ?? [];
  expect([typeOf('choice')?.kind, typeOf('callout')?.kind]).toEqual(['activity', 'block']);
  expect([common('choice').includes('points'), common('callout').includes('points')]).toEqual([true, false]);
});

test('a type lists what its body may contain', () => {
  expect([typeOf('choice')?.contains, typeOf('accordion')?.contains]).toEqual([[], 'any']);
  expect(typeOf('quiz')?.contains).toContain('choice');
});
