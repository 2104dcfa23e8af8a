import { expect, test } from 'vitest';
import { uselessExamples } from '../../tests/helpers/attribute-examples.ts';
import { findingsOf } from '../../tests/helpers/type-findings.ts';
import { definition } from './type.ts';

test('the type is what authors and learners are promised', () => {
  expect(definition).toMatchObject({ kind: 'activity', scored: true });
});

test('each example can be copied, in both languages', () => {
  expect(uselessExamples(definition)).toEqual([]);
});

const many = (count: number): object[] => Array.from({ length: count }, () => ({}));

test.each<[object, unknown[]]>([
  [{ columns: 0, spots: [] }, []],
  [{ columns: 2, spots: many(2) }, [['error wrong-label-columns', { has: 2 }]]],
  [{ columns: 3, spots: many(2) }, []],
  [{ columns: 4, spots: many(36) }, []],
  [{ columns: 5, spots: many(2) }, [['error wrong-label-columns', { has: 5 }]]],
  [{ columns: 3, spots: many(1) }, [['error too-few-spots', { has: 1 }]]],
  [{ columns: 3, spots: many(37) }, [['error too-many-lines', { has: 37, limit: 36 }]]],
])('options %j: %j', (options, found) => {
  expect(findingsOf(definition, options)).toEqual(found);
});
