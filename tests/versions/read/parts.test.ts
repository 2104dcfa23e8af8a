import { expect, test } from 'vitest';
import { partsIn } from '../../../build/versions/read/parts.ts';

test('parts are found at any depth, in their order, each once', () => {
  const options = {
    prompt: 'Quoi ?',
    choices: [
      { token: 'b', text: 'Deux' },
      { token: 'a', text: 'Un', inner: { token: 'c', title: 'Trois' } },
    ],
    more: { deep: [[{ token: 'b', text: 'Autre' }]] },
  };
  expect(partsIn(options)).toEqual([
    { token: 'b', words: 'Deux' },
    { token: 'a', words: 'Un' },
    { token: 'c', words: 'Trois' },
  ]);
});

test('the words of a part are its first text; they may come with another mention', () => {
  const words = (part: object): string | undefined => partsIn([{ token: 'a', ...part }])[0]?.words;
  expect([
    words({ second: '4', title: '3', leftText: '2', text: '1' }),
    words({ second: '4', title: '3', leftText: '2' }),
    words({ second: '4', title: '3' }),
    words({ second: '4' }),
  ]).toEqual(['1', '2', '3', '4']);
  expect([words({}), words({ text: '', title: '3' }), words({ text: 5 }), words({ other: 'x' })]).toEqual(['', '3', '', '']);
  expect(partsIn([{ token: 'a' }, { token: 'a', text: 'Un' }, { token: 'a', text: 'Deux' }])).toEqual([{ token: 'a', words: 'Un' }]);
});

test('what has no token is no part', () => {
  expect([partsIn(undefined), partsIn(null), partsIn('a'), partsIn([3, null, 'a']), partsIn({ token: 3, text: 'x' })]).toEqual([
    [],
    [],
    [],
    [],
    [],
  ]);
});

test('options nest a hundred levels deep at most', () => {
  const deep = (levels: number): unknown => JSON.parse(`${'['.repeat(levels)}1${']'.repeat(levels)}`);
  expect(partsIn(deep(100))).toEqual([]);
  expect(() => partsIn(deep(101))).toThrow(RangeError);
  const members = (levels: number): unknown => JSON.parse(`${'{"a":'.repeat(levels)}1${'}'.repeat(levels)}`);
  expect(partsIn(members(100))).toEqual([]);
  expect(() => partsIn(members(101))).toThrow('too deep');
});
