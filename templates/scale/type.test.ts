import { expect, test, vi } from 'vitest';
import { uselessExamples } from '../../tests/helpers/attribute-examples.ts';
import { definition } from './type.ts';

test('the type is what authors and learners are promised', () => {
  expect(definition).toMatchObject({ kind: 'activity', scored: false, gives: 'levels' });
});

test('each example can be copied, in both languages', () => {
  expect(uselessExamples(definition)).toEqual([]);
});

const read = (attributes: object): unknown => definition.attributes.safeParse(attributes).data;

test.each<[object, object]>([
  [{}, { 'seen-by': 'trainer' }],
  [
    { levels: 'non; oui', comment: true, again: 'avant' },
    { levels: ['non', 'oui'], comment: true, again: 'avant', 'seen-by': 'trainer' },
  ],
])('attributes %j are read', (given, options) => {
  expect(read(given)).toEqual(options);
});

test.each<[object]>([[{ 'seen-by': 'all' }]])('attributes %j are refused', (given) => {
  expect(read(given)).toBeUndefined();
});

test('a repeated scale has neither lines nor levels, and is named', () => {
  const found = (options: object): unknown[] => {
    const error = vi.fn();
    definition.check?.({ levels: [], items: [], again: 'avant', ...options } as never, { error } as never);
    return error.mock.calls;
  };
  const refused = [['again-with-body', { again: 'avant' }]];
  expect([found({}), found({ items: ['Pétrir'] }), found({ levels: ['non'] })]).toEqual([[], refused, refused]);
});

test.each([
  [1, [['wrong-levels', { has: 1, most: 9 }]]],
  [2, []],
  [9, []],
  [10, [['wrong-levels', { has: 10, most: 9 }]]],
])('a scale of %d levels: %j', (count, found) => {
  const error = vi.fn();
  definition.check?.({ levels: Array.from({ length: count }, () => 'non'), items: ['Pétrir'] } as never, { error } as never);
  expect(error.mock.calls).toEqual(found);
});
