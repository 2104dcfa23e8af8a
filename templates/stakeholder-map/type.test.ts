import { expect, test } from 'vitest';
import { grid } from '../../build/stages/check/forms/grid.ts';
import { uselessExamples } from '../../tests/helpers/attribute-examples.ts';
import { findingsOf } from '../../tests/helpers/type-findings.ts';
import { definition } from './type.ts';

const many = (count: number): object[] => Array.from({ length: count }, () => ({}));

test('each example can be copied, in both languages', () => {
  expect(uselessExamples(definition)).toEqual([]);
});

test('it is scored where an actor has its place', () => {
  const isScored = (...items: readonly object[]) => (definition.scored as (options: object) => boolean)({ items });
  expect([definition.kind, definition.form, isScored({}, { cell: 'a' }), isScored({})]).toEqual(['activity', grid, true, false]);
});

const Y = 'Pouvoir; faible; fort';

test.each<[string, string[] | undefined]>([
  ['Intérêt; faible; fort', ['Intérêt', 'faible', 'fort']],
  [' Intérêt ;faible;moyen;  fort ', ['Intérêt', 'faible', 'moyen', 'fort']],
  ['Intérêt; faible; moyen; fort; entier', undefined],
  ['Intérêt; fort', undefined],
  ['; faible; fort', undefined],
  ['Intérêt; faible; ', undefined],
  ['Intérêt; faible; ; fort', undefined],
  ['Intérêt; fort; Fort', undefined],
  ['Fort; faible; fort', undefined],
])('an axis of %j is %j', (text, entries) => {
  expect(definition.attributes.safeParse({ x: text, y: Y }).data?.x).toEqual(entries);
  expect(definition.attributes.safeParse({ x: Y, y: text }).data?.y).toEqual(entries);
});

test.each<[object, unknown[]]>([
  [{ items: many(20) }, []],
  [{ items: [] }, [['error no-actor']]],
  [{ items: many(21) }, [['error too-many-lines', { has: 21, limit: 20 }]]],
])('options %j: %j', (options, found) => {
  expect(findingsOf(definition, options)).toEqual(found);
});
