import { expect, test } from 'vitest';
import { findingsOf } from '../../tests/helpers/type-findings.ts';
import { definition } from './type.ts';

test('one statement is right or wrong as a whole, two are not', () => {
  const whole = (count: number) => definition.whole?.({ choices: Array.from({ length: count }, () => ({})) });
  expect([definition.scored, whole(1), whole(2)]).toEqual([true, true, false]);
});

const many = (count: number): object[] => Array.from({ length: count }, () => ({}));

test.each<[object, unknown[]]>([
  [{ choices: many(1) }, []],
  [{ choices: [] }, [['error no-statement']]],
])('options %j: %j', (options, found) => {
  expect(findingsOf(definition, options)).toEqual(found);
});
