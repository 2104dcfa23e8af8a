import { expect, test } from 'vitest';
import { plainAt, pruned, withAdded, withMovedValue, withRemoved, withSet } from '../../../build/studio/course/yaml-plain.ts';

const VALUE = { title: 'Four', theme: { accent: '#111' }, people: [{ id: 'ada' }, { id: 'lou' }], deep: { one: { pass: 1 } } };

test('a value is found at its path, and nothing where a step is missing', () => {
  expect(plainAt(VALUE, ['people', 1, 'id'])).toBe('lou');
  expect(plainAt(VALUE, [])).toBe(VALUE);
  expect([plainAt(VALUE, ['people', 2, 'id']), plainAt(VALUE, ['title', 'x', 'y']), plainAt(null, ['a'])]).toEqual([
    undefined,
    undefined,
    undefined,
  ]);
});

test('a value is set in a copy, with the maps on its way', () => {
  const before = structuredClone(VALUE);
  expect(withSet(VALUE, ['people', 0, 'id'], 'eve')).toEqual({ ...VALUE, people: [{ id: 'eve' }, { id: 'lou' }] });
  expect(withSet(VALUE, ['variables', 'room'], 'A')).toEqual({ ...VALUE, variables: { room: 'A' } });
  expect(withSet(VALUE, ['title', 'fr'], 'A')).toEqual({ ...VALUE, title: { fr: 'A' } });
  expect(withSet(undefined, ['title'], 'A')).toEqual({ title: 'A' });
  expect(VALUE).toEqual(before);
});

test('a key or an item is removed; the items behind it move up', () => {
  const { title, ...rest } = VALUE;
  expect(title).toBe('Four');
  expect(withRemoved(VALUE, ['title'])).toEqual(rest);
  expect(withRemoved(VALUE, ['people', 0])).toEqual({ ...VALUE, people: [{ id: 'lou' }] });
  expect(Object.keys(withRemoved(VALUE, ['theme', 'accent']) as object)).toEqual(Object.keys(VALUE));
});

test('items are added at a position or the end, and a list is made for the first one', () => {
  expect(withAdded({ a: [1, 2] }, ['a'], 9, 1)).toEqual({ a: [1, 9, 2] });
  expect(withAdded({ a: [1, 2] }, ['a'], 9, Number.POSITIVE_INFINITY)).toEqual({ a: [1, 2, 9] });
  expect(withAdded({ a: 'x' }, ['a'], 9, 0)).toEqual({ a: [9] });
  expect(withAdded({}, ['a'], 9, 5)).toEqual({ a: [9] });
});

test('items move', () => {
  expect(withMovedValue({ a: [1, 2, 3] }, ['a'], 0, 2)).toEqual({ a: [2, 3, 1] });
  expect(withMovedValue({ a: [1, 2, 3] }, ['a'], 2, 0)).toEqual({ a: [3, 1, 2] });
  expect(withMovedValue({ a: 'x' }, ['a'], 0, 1)).toEqual({ a: 'x' });
});

test.each([
  [['title'], ['title']],
  [['theme', 'accent'], ['theme']],
  [
    ['theme', 'logo'],
    ['theme', 'logo'],
  ],
  [['deep', 'one', 'pass'], ['deep']],
  [
    ['people', 0, 'id'],
    ['people', 0, 'id'],
  ],
  [
    ['people', 0],
    ['people', 0],
  ],
] as const)('with %j goes %j', (path, expected) => {
  expect(pruned(VALUE, path)).toEqual(expected);
});

test('a key beside others is removed alone', () => {
  const value = { a: { b: { c: 1, d: 2 } } };
  expect([pruned(value, ['a', 'b', 'c']), pruned(value, ['a', 'b'])]).toEqual([['a', 'b', 'c'], ['a']]);
});

test('the only key of a file is removed alone', () => {
  expect(pruned({ title: 'a' }, ['title'])).toEqual(['title']);
});

test('the only item of a list is removed alone, and so is what is not there', () => {
  expect(pruned({ people: [{ id: 'ada' }] }, ['people', 0])).toEqual(['people', 0]);
  expect(pruned(VALUE, ['none', 'a'])).toEqual(['none', 'a']);
  expect(pruned({ title: 'a', people: 'b' }, ['people', '0'])).toEqual(['people', '0']);
});
