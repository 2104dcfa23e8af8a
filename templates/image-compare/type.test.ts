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
  expect(attributeKinds(definition)).toEqual({
    before: ['asset'],
    after: ['asset'],
    'before-alt': ['sentence'],
    'after-alt': ['sentence'],
    caption: ['sentence'],
  });
});

const read = (attributes: object): unknown => definition.attributes.safeParse(attributes).data;

test.each<[object, object]>([
  [
    { before: 'a.png', after: 'b.png', 'before-alt': 'A', 'after-alt': 'B' },
    { before: 'a.png', after: 'b.png', 'before-alt': 'A', 'after-alt': 'B' },
  ],
  [
    { before: 'a.png', after: 'b.png', 'before-alt': 'A', 'after-alt': 'B', caption: 'C' },
    { before: 'a.png', after: 'b.png', 'before-alt': 'A', 'after-alt': 'B', caption: 'C' },
  ],
])('attributes %j are read', (given, options) => {
  expect(read(given)).toEqual(options);
});

test.each<[object]>([
  [{}],
  [{ before: 'a.png', after: 'b.png', 'before-alt': ' ', 'after-alt': 'B' }],
  [{ before: 'a.png', after: 'b.png', 'before-alt': 'A', 'after-alt': ' ' }],
  [{ before: 'a.png', after: 'b.png', 'before-alt': 'A' }],
  [{ before: 'a.png', after: 'b.png', 'after-alt': 'B' }],
  [{ before: 'a.png', 'before-alt': 'A', 'after-alt': 'B' }],
  [{ after: 'b.png', 'before-alt': 'A', 'after-alt': 'B' }],
  [{ before: 'a.png', after: 'b.mp4', 'before-alt': 'A', 'after-alt': 'B' }],
  [{ before: 'a.mp4', after: 'b.png', 'before-alt': 'A', 'after-alt': 'B' }],
])('attributes %j are refused', (given) => {
  expect(read(given)).toBeUndefined();
});
