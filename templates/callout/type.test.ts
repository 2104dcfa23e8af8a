import { expect, test } from 'vitest';
import { prose } from '../../build/stages/check/forms/prose.ts';
import { uselessExamples } from '../../tests/helpers/attribute-examples.ts';
import { attributeKinds } from '../../tests/helpers/attribute-kinds.ts';
import { definition } from './type.ts';

test('the type is what authors and learners are promised', () => {
  const { attributes, ...rest } = definition;
  expect(rest).toEqual({ kind: 'block', form: prose });
  expect(Object.keys(attributes.shape)).toEqual(['kind', 'title']);
});

test('each example can be copied, in both languages', () => {
  expect(uselessExamples(definition)).toEqual([]);
});

test('files and sentences are read as such', () => {
  expect(attributeKinds(definition)).toEqual({ kind: [], title: ['sentence'] });
});

const read = (attributes: object): unknown => definition.attributes.safeParse(attributes).data;

test.each<[object, object]>([
  [{}, { kind: 'info' }],
  [{ kind: 'info' }, { kind: 'info' }],
  [{ kind: 'tip' }, { kind: 'tip' }],
  [{ title: ' Avant ' }, { kind: 'info', title: 'Avant' }],
  [{ kind: 'warning' }, { kind: 'warning' }],
  [{ kind: 'law' }, { kind: 'law' }],
])('attributes %j are read', (given, options) => {
  expect(read(given)).toEqual(options);
});

test.each<[object]>([[{ kind: 'danger' }], [{ title: '' }]])('attributes %j are refused', (given) => {
  expect(read(given)).toBeUndefined();
});
