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
  [{ passages: [{ right: true }, { right: false }] }, []],
  [{ passages: [{ right: false }] }, [['error no-blank']]],
  [{ passages: [{ right: true }] }, [['error only-right-passages']]],
  [{ passages: [{ right: true }, ...many(35)] }, []],
  [{ passages: many(37) }, [['error no-blank'], ['error too-many-passages', { has: 37, limit: 36 }]]],
  [
    { passages: many(37).map(() => ({ right: true })) },
    [['error only-right-passages'], ['error too-many-passages', { has: 37, limit: 36 }]],
  ],
  [{ passages: [{ right: true }, ...many(36)] }, [['error too-many-passages', { has: 37, limit: 36 }]]],
])('options %j: %j', (options, found) => {
  expect(findingsOf(definition, options)).toEqual(found);
});
