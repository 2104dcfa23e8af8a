import { expect, test } from 'vitest';
import { lookalikeIn } from '../../../../build/stages/read/text/lookalikes.ts';

test.each([
  ['qu\u0430i', { sign: '\u0430', like: 'a', code: 'U+0430', fit: 'quai' }],
  ['\u0422r\u0430m', { sign: '\u0422', like: 't', code: 'U+0422', fit: 'tram' }],
  ['quai\u20132', { sign: '\u2013', like: '-', code: 'U+2013', fit: 'quai-2' }],
  ['d\u0435p\u03bft', { sign: '\u0435', like: 'e', code: 'U+0435', fit: 'depot' }],
  ['v\u03b1e\u0456', { sign: '\u03b1', like: 'a', code: 'U+03B1', fit: 'vaei' }],
])('%j', (id, expected) => {
  expect(lookalikeIn(id)).toEqual(expected);
});

test('valid ids, and characters that look like nothing valid, are left alone', () => {
  expect(['quai-2', '', 'été', '线路', 'quai!'].map(lookalikeIn)).toEqual([null, null, null, null, null]);
});

test('each character stands for one in an id, and for one only', () => {
  const signs = Array.from({ length: 0x2300 }, (_, code) => String.fromCodePoint(code));
  const likes = signs.flatMap((sign) => lookalikeIn(sign) ?? []);
  expect(likes.filter(({ like, fit }) => !/^[a-z-]$/.test(like) || fit !== like)).toEqual([]);
  expect(likes.filter(({ sign }) => /[\da-z-]/.test(sign))).toEqual([]);
  // Unicode distinguishes upper case and lower case of the same letter: each has the letter of its shape.
  expect(new Set(likes.map(({ like }) => like)).size).toBe(24);
});
