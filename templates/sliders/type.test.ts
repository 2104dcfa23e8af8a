import { expect, test } from 'vitest';
import { uselessExamples } from '../../tests/helpers/attribute-examples.ts';
import { findingsOf } from '../../tests/helpers/type-findings.ts';
import { definition } from './type.ts';

test('the type is what authors and learners are promised', () => {
  expect(definition).toMatchObject({ kind: 'activity', scored: false, gives: 'values' });
});

test('each example can be copied, in both languages', () => {
  expect(uselessExamples(definition)).toEqual([]);
});

const read = (attributes: object): unknown => definition.attributes.safeParse(attributes).data;

test.each<[object, object]>([
  [{}, { min: 0, max: 10, 'seen-by': 'trainer' }],
  [
    { min: '99', max: '100', 'seen-by': 'me' },
    { min: 99, max: 100, 'seen-by': 'me' },
  ],
  [{ max: '1' }, { min: 0, max: 1, 'seen-by': 'trainer' }],
])('attributes %j are read', (given, options) => {
  expect(read(given)).toEqual(options);
});

test.each<[object]>([[{ min: '100' }], [{ max: '101' }], [{ max: '0' }], [{ 'seen-by': 'all' }]])('attributes %j are refused', (given) => {
  expect(read(given)).toBeUndefined();
});

const many = (count: number): object[] => Array.from({ length: count }, () => ({}));

test.each<[object, unknown[]]>([
  [{ items: many(1), min: 0, max: 1 }, []],
  [{ items: [], min: 0, max: 1 }, [['error nothing-to-place']]],
  [{ items: [], min: 2, max: 1 }, [['error nothing-to-place'], ['error min-over-max', { min: 2, max: 1 }]]],
  [{ items: many(12), min: 0, max: 1 }, []],
  [{ items: many(13), min: 0, max: 1 }, [['error too-many-lines', { has: 13, limit: 12 }]]],
  [{ items: many(1), min: 1, max: 1 }, [['error min-over-max', { min: 1, max: 1 }]]],
])('options %j: %j', (options, found) => {
  expect(findingsOf(definition, options)).toEqual(found);
});
