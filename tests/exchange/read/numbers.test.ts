import { expect, test } from 'vitest';
import { rangeAround, readDecimal } from '../../../build/exchange/read/numbers.ts';

test.each([
  ['12', 12],
  [' -1,5 ', -1.5],
  ['+.5', 0.5],
  ['3.', 3],
  ['1 000', 1000],
  ['1 000\u202f000', 1_000_000],
  ['2e3', 2000],
  ['2E-3', 0.002],
  ['-0', 0],
  ['1,000,5', undefined],
  ['', undefined],
  ['douze', undefined],
  ['12 kg', undefined],
  ['0x1F', undefined],
  ['1e3n', undefined],
  ['x12', undefined],
  ['1e999', undefined],
  ['1e1234', undefined],
])('“%s” is %s', (text, value) => {
  expect(readDecimal(text)).toBe(value);
});

test('a range lies around its value, without errors of binary fractions', () => {
  expect(rangeAround(0.3, 0.1)).toEqual({ low: 0.2, high: 0.4 });
  expect(rangeAround(123_456_789.123, 0)).toEqual({ low: 123_456_789.123, high: 123_456_789.123 });
  expect(rangeAround(5, -2)).toEqual({ low: 3, high: 7 });
  expect([rangeAround(undefined, 1), rangeAround(1, undefined)]).toEqual([undefined, undefined]);
});

test('limits have twelve digits', () => {
  expect(rangeAround(2 / 3, 1 / 3)).toEqual({ low: 0.333333333333, high: 1 });
  expect(rangeAround(1234567.1234567, 0)).toEqual({ low: 1234567.12346, high: 1234567.12346 });
});
