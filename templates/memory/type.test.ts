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

const many = (count: number): object[] => Array.from({ length: count }, (_, at) => ({ left: at }));

test.each<[object, unknown[]]>([
  [{ columns: [], pairs: [], targets: [] }, []],
  [{ columns: ['Mot'], pairs: [], targets: [] }, [['error wrong-columns', { has: 1 }]]],
  [{ columns: many(4), pairs: [], targets: [] }, [['error wrong-columns', { has: 4 }]]],
  [{ columns: many(2), pairs: [{ left: 'a' }, {}], targets: ['x', 'y'] }, [['error card-without-partner']]],
  [{ columns: many(2), pairs: [{ left: 'a' }, { left: 'b' }], targets: ['x'] }, [['error card-without-partner']]],
  [{ columns: many(2), pairs: [{ left: 'a' }], targets: ['x'] }, [['error too-few-pairs', { has: 1 }]]],
  [{ columns: many(2), pairs: many(2), targets: ['x', 'y'] }, []],
  [{ columns: many(3), pairs: many(12), targets: many(12) }, []],
  [{ columns: many(3), pairs: many(13), targets: many(13) }, [['error too-many-pairs', { has: 13, limit: 12 }]]],
])('options %j: %j', (options, found) => {
  expect(findingsOf(definition, options)).toEqual(found);
});
