import { expect, test } from 'vitest';
import { uselessExamples } from '../../tests/helpers/attribute-examples.ts';
import { definition } from './type.ts';

test('each example can be copied, in both languages', () => {
  expect([definition.kind, uselessExamples(definition)]).toEqual(['block', []]);
});

const read = (attributes: object): unknown => definition.attributes.safeParse(attributes).data;

test('attributes are read or refused', () => {
  expect(read({})).toEqual({ style: 'plain' });
  expect(read({ style: 'pull', author: 'A', source: 'B' })).toEqual({ style: 'pull', author: 'A', source: 'B' });
  expect(read({ style: 'big' })).toBeUndefined();
});
