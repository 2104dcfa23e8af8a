import { expect, it } from 'vitest';
import { tokenAt } from '../../../src/model/course/token.ts';
import { putValue, takeValue } from '../../../src/model/state/values.ts';

const bytesOf = (value: Parameters<typeof putValue>[1]): number[] => {
  const bytes: number[] = [];
  putValue(bytes, value);
  return bytes;
};
const again = (value: Parameters<typeof putValue>[1]) => takeValue(Uint8Array.from(bytesOf(value)));

it('reads each kind of value as it was written', () => {
  const values = [
    null,
    true,
    false,
    0,
    15,
    16,
    127,
    128,
    2 ** 40,
    2 ** 49,
    -1,
    12.5,
    '',
    'Été 😀',
    tokenAt(0),
    tokenAt(300),
    { a: null, mot: [null] },
    [],
    ['a', ['b', 1]],
    {},
    { a: ['b'], '12': 'x' },
  ];
  for (const value of values) expect(again(value as never)).toEqual(value);
});

it('writes a token and a small number in one byte', () => {
  expect([tokenAt(3), 7, true, []].map((value) => bytesOf(value as never).length)).toEqual([1, 1, 1, 1]);
});

it('leaves out members that are absent, and keeps a name of JavaScript’s own', () => {
  expect(again({ a: 'x', b: undefined } as never)).toEqual({ a: 'x' });
  expect(Object.keys(again(JSON.parse('{"__proto__": "x"}')) as object)).toEqual(['__proto__']);
});

it('refuses bytes that end early, go on, or mean nothing', () => {
  const bytes = bytesOf(['abc', 'defg']);
  expect(() => takeValue(Uint8Array.from(bytes.slice(0, -1)))).toThrow(RangeError);
  expect(() => takeValue(Uint8Array.from([...bytes, 0]))).toThrow(RangeError);
  expect(() => takeValue(Uint8Array.from([3 * 8 + 5]))).toThrow(RangeError);
  expect(() => takeValue(Uint8Array.from(new Array(12).fill(255)))).toThrow(RangeError);
});

it('has the bytes that saved answers have', () => {
  const expected: readonly (readonly [unknown, readonly number[]])[] = [
    [0, [0]],
    [-0, [0]],
    [15, [120]],
    [16, [128, 1]],
    [2047, [248, 127]],
    [2048, [128, 128, 1]],
    [tokenAt(0), [1]],
    [tokenAt(16), [129, 1]],
    ['', [2]],
    ['é!', [18, 233, 1, 33]],
    [[], [3]],
    [
      [1, [2]],
      [19, 8, 11, 16],
    ],
    [{}, [4]],
    [{ É: 1 }, [12, 10, 201, 1, 8]],
    [null, [5]],
    [false, [13]],
    [true, [21]],
    [-1, [22, 45, 49]],
    [0.5, [30, 48, 46, 53]],
  ];
  for (const [value, bytes] of expected) expect([value, bytesOf(value as never)]).toEqual([value, bytes]);
  expect(bytesOf(2 ** 49 - 1).length).toBeLessThan(bytesOf(2 ** 49).length);
  expect(again(2 ** 49 - 1)).toBe(2 ** 49 - 1);
  expect(Object.is(again(-0), 0)).toBe(true);
});

it('keeps the order of members, keys first', () => {
  expect(bytesOf({ x: 1, y: 2 } as never)).toEqual([20, ...bytesOf('x'), ...bytesOf('y'), 8, 16]);
  expect(Object.keys(again({ y: 1, x: 2 } as never) as object)).toEqual(['y', 'x']);
});

it('refuses an empty text, a head that is too large, and one of a kind that is never written', () => {
  expect(() => takeValue(new Uint8Array())).toThrow(RangeError);
  expect(() => takeValue(Uint8Array.from([...new Array(8).fill(128), 1]))).toThrow(RangeError);
  expect(() => takeValue(Uint8Array.from([29]))).toThrow(RangeError);
  expect(takeValue(Uint8Array.from([...new Array(7).fill(128), 1]))).toBe(2 ** 46);
});
