import { expect, test } from 'vitest';
import { cards } from '../../build/stages/check/forms/cards.ts';
import { uselessExamples } from '../../tests/helpers/attribute-examples.ts';
import { definition } from './type.ts';

test('the type is what authors and learners are promised', () => {
  const { attributes, ...rest } = definition;
  expect(rest).toEqual({ kind: 'activity', form: cards, scored: false, button: false, contains: 'any' });
  expect(attributes.shape).toEqual({});
});

test('each example can be copied, in both languages', () => {
  expect(uselessExamples(definition)).toEqual([]);
});
