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
  [{ columns: [], pairs: [], targets: [] }, []],
  [{ columns: ['Mot'], pairs: [], targets: [] }, [['error wrong-columns', { has: 1 }]]],
  [{ columns: many(4), pairs: [], targets: [] }, [['error wrong-columns', { has: 4 }]]],
  [{ columns: many(2), pairs: [{ left: 'a' }, {}], targets: ['x', 'y'] }, [['error too-few-pairs', { has: 1 }]]],
  [{ columns: many(2), pairs: [{ left: 'a' }, { left: 'b' }], targets: ['x'] }, [['error one-target']]],
  [{ columns: many(3), pairs: [{ left: 'a' }, { left: 'b' }], targets: ['x', 'y'] }, []],
])('options %j: %j', (options, found) => {
  expect(findingsOf(definition, options)).toEqual(found);
});
