import fc from 'fast-check';
import { expect, test } from 'vitest';
import { tokenAt, tokenPosition } from '../../../src/model/course/token.ts';

test('tokens count like the columns of a spreadsheet', () => {
  expect([0, 1, 25, 26, 51, 52, 701, 702, 18_277].map(tokenAt)).toEqual(['a', 'b', 'z', 'aa', 'az', 'ba', 'zz', 'aaa', 'zzz']);
});

test('position and token are inverses of each other', () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 18_277 }), (position) => {
      expect(tokenPosition(tokenAt(position))).toBe(position);
    }),
  );
  fc.assert(
    fc.property(fc.stringMatching(/^[a-z]{1,3}$/), (token) => {
      expect(tokenAt(tokenPosition(token))).toBe(token);
    }),
  );
});

test('a text that is not a token has no position', () => {
  expect(['', 'A', 'é', 'a1', 'abcd', 'a b', '_', 'aé'].map(tokenPosition)).toEqual(Array(8).fill(-1));
});
