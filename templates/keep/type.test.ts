import { expect, test } from 'vitest';
import { prose } from '../../build/stages/check/forms/prose.ts';
import { hasMeta } from '../../build/types/attribute-types.ts';
import { uselessExamples } from '../../tests/helpers/attribute-examples.ts';
import { definition } from './type.ts';

test('each example can be copied, in both languages', () => {
  expect([definition.kind, definition.form, uselessExamples(definition)]).toEqual(['block', prose, []]);
});

const read = (attributes: object): unknown => definition.attributes.safeParse(attributes).data;

test('title and pictogram may be left out', () => {
  expect([read({}), read({ title: 'Le four', icon: 'bread' })]).toEqual([{}, { title: 'Le four', icon: 'bread' }]);
  const { title, icon } = definition.attributes.shape;
  expect([hasMeta(title, 'sentence'), hasMeta(icon, 'pictogram')]).toEqual([true, true]);
});
