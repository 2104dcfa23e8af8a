import { expect, test } from 'vitest';
import { none } from '../../build/stages/check/forms/none.ts';
import { uselessExamples } from '../../tests/helpers/attribute-examples.ts';
import { attributeKinds } from '../../tests/helpers/attribute-kinds.ts';
import { definition } from './type.ts';

test('the type is what authors and learners are promised', () => {
  expect(definition).toMatchObject({ kind: 'block', form: none });
});

test('each example can be copied, in both languages', () => {
  expect(uselessExamples(definition)).toEqual([]);
});

test('files and sentences are read as such', () => {
  expect(attributeKinds(definition)).toEqual({ src: ['asset'], title: ['sentence'] });
});

const read = (attributes: object): unknown => definition.attributes.safeParse(attributes).data;

test.each<[object, object]>([
  [
    { src: 'a.pdf', title: 'A' },
    { src: 'a.pdf', title: 'A' },
  ],
])('attributes %j are read', (given, options) => {
  expect(read(given)).toEqual(options);
});

test.each<[object]>([[{}], [{ src: 'a.pdf' }], [{ src: 'a.png', title: 'A' }], [{ src: 'a.pdf', title: ' ' }]])(
  'attributes %j are refused',
  (given) => {
    expect(read(given)).toBeUndefined();
  },
);
