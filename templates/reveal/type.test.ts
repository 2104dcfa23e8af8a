import { expect, test } from 'vitest';
import { cards } from '../../build/stages/check/forms/cards.ts';
import { uselessExamples } from '../../tests/helpers/attribute-examples.ts';
import { definition } from './type.ts';

test('the type is what authors and learners are promised', () => {
  expect(definition).toMatchObject({ kind: 'activity', scored: false, button: false, contains: 'any', form: cards });
});

test('each example can be copied, in both languages', () => {
  expect(uselessExamples(definition)).toEqual([]);
});

const read = (attributes: object): unknown => definition.attributes.safeParse(attributes).data;

test.each<[object, object]>([
  [{}, { style: 'plain' }],
  [{ style: 'envelope' }, { style: 'envelope' }],
  [{ style: 'plain' }, { style: 'plain' }],
])('attributes %j are read', (given, options) => {
  expect(read(given)).toEqual(options);
});

test.each<[object]>([[{ style: 'box' }]])('attributes %j are refused', (given) => {
  expect(read(given)).toBeUndefined();
});
