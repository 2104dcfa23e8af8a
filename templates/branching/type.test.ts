import { expect, test } from 'vitest';
import { scenes } from '../../build/stages/check/forms/scenes.ts';
import { uselessExamples } from '../../tests/helpers/attribute-examples.ts';
import { definition } from './type.ts';

test('each example can be copied, in both languages', () => {
  expect(uselessExamples(definition)).toEqual([]);
});

const read = (attributes: object): unknown => definition.attributes.safeParse(attributes).data;

test.each<[object, object]>([
  [{}, { 'seen-by': 'trainer' }],
  [{ state: 'confiance=2; appels = -10' }, { state: ['confiance=2', 'appels = -10'], 'seen-by': 'trainer' }],
  [{ 'seen-by': 'me' }, { 'seen-by': 'me' }],
  [{ state: 'Calme2=123456' }, { state: ['Calme2=123456'], 'seen-by': 'trainer' }],
])('attributes %j are read', (given, options) => {
  expect(read(given)).toEqual(options);
});

test.each<[object]>([
  [{ state: 'a=1; a=2' }],
  [{ state: '1a=1' }],
  [{ state: 'a=1x' }],
  [{ state: 'a=1; =2' }],
  [{ state: ' ; ' }],
  [{ state: 'a_b=1' }],
  [{ 'seen-by': 'all' }],
  [{ state: 'a=1234567' }],
  [{ state: 'a=1; a = 3' }],
])('attributes %j are refused', (given) => {
  expect(read(given)).toBeUndefined();
});

test('it is scored only where an author gives points, submits by itself, and its scenes hold what is to be seen', () => {
  const { attributes, ...rest } = definition;
  const contains = ['figure', 'quote', 'scene', 'callout', 'definition', 'table', 'video', 'audio'];
  expect(rest).toEqual({ kind: 'activity', form: scenes, scored: 'asked', button: false, titled: true, contains });
  expect(Object.keys(attributes.shape)).toEqual(['state', 'seen-by']);
});
