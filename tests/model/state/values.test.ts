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
