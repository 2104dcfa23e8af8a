import { expect, test } from 'vitest';
import { findingsOf } from '../../tests/helpers/type-findings.ts';
import { definition } from './type.ts';

test('it asks for words that are neither right nor wrong, and gives them', () => {
  expect(definition).toMatchObject({ kind: 'activity', asks: true, scored: false, gives: 'words' });
});

test.each<[object, unknown[]]>([
  [{ fields: [{}], min: 1, max: 1 }, []],
  [{ fields: [], min: 1, max: 2 }, []],
  [{ fields: [{ title: 'Pain' }], min: 1, max: 1 }, [['error one-field']]],
  [{ fields: [{}, {}], min: 1, max: 1 }, [['error one-field']]],
  [{ fields: [{}], min: 2, max: 1 }, [['error min-over-max', { min: 2, max: 1 }]]],
])('options %j: %j', (options, found) => {
  expect(findingsOf(definition, options)).toEqual(found);
});
