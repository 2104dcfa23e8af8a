import { expect, test } from 'vitest';
import { uselessExamples } from '../../tests/helpers/attribute-examples.ts';
import { findingsOf } from '../../tests/helpers/type-findings.ts';
import { definition } from './type.ts';

const many = (count: number): object[] => Array.from({ length: count }, () => ({}));

test('each example can be copied, in both languages', () => {
  expect(uselessExamples(definition)).toEqual([]);
});

test.each<[object, unknown[]]>([
  [{ items: many(20) }, []],
  [{ items: [] }, [['error no-actor']]],
  [{ items: many(21) }, [['error too-many-lines', { has: 21, limit: 20 }]]],
])('options %j: %j', (options, found) => {
  expect(findingsOf(definition, options)).toEqual(found);
});
