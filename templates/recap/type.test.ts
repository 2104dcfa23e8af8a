import { expect, test } from 'vitest';
import { uselessExamples } from '../../tests/helpers/attribute-examples.ts';
import { definition } from './type.ts';

test('the type is what authors and learners are promised', () => {
  expect(definition).toMatchObject({ kind: 'activity', scored: false });
});

test('each example can be copied, in both languages', () => {
  expect(uselessExamples(definition)).toEqual([]);
});

const read = (attributes: object): unknown => definition.attributes.safeParse(attributes).data;

test.each<[object, object]>([
  [{}, { 'max-characters': 200, 'seen-by': 'trainer' }],
  [{ 'max-characters': '40' }, { 'max-characters': 40, 'seen-by': 'trainer' }],
  [
    { 'max-characters': '1000', 'seen-by': 'me' },
    { 'max-characters': 1000, 'seen-by': 'me' },
  ],
])('attributes %j are read', (given, options) => {
  expect(read(given)).toEqual(options);
});

test('what is written is seen by the trainer or by oneself', () => {
  const seenBy = definition.attributes.shape['seen-by'];
  expect(['trainer', 'me', 'all'].map((value) => seenBy.safeParse(value).data)).toEqual(['trainer', 'me', undefined]);
});

test.each<[object]>([[{ 'max-characters': '39' }], [{ 'max-characters': '1001' }]])('attributes %j are refused', (given) => {
  expect(read(given)).toBeUndefined();
});
