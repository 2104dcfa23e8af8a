import { expect, it } from 'vitest';
import { accepted, found, numberOf, rangeIn } from './number.ts';

const range = (min: number, max: number, ...shown: number[]) => ({ min, max, shown });

it.each([
  ['3', range(3, 3, 3)],
  ['3 ± 0,2', range(2.8, 3.2, 3)],
  ['3 ± 0', range(3, 3, 3)],
  ['3+-0.2', range(2.8, 3.2, 3)],
  ['3 +/− 0,2', range(2.8, 3.2, 3)],
  ['-3 ± 1', range(-4, -2, -3)],
  ['3..4', range(3, 4, 3, 4)],
  ['3..3', range(3, 3, 3, 3)],
  ['-4..-3', range(-4, -3, -4, -3)],
  ['3 km .. 4 km', range(3, 4, 3, 4)],
  ['3 km ± 1 km', range(2, 4, 3)],
  ['0,3 ± 0,1', range(0.2, 0.4, 0.3)],
  ['0,1234567890126..2,1234567890126', range(0.123456789013, 2.12345678901, 0.1234567890126, 2.1234567890126)],
])('%j is a number or a range', (text, expected) => expect(rangeIn(text, 'km')).toEqual(expected));

it.each(['', 'douze', '3 ± -1', '3 ±', '± 2', '3 ± 1 ± 1', '4..3', '3..', '..4', '3..4..5', '3 m'])('%j is none', (text) => {
  expect(rangeIn(text, 'km')).toBeNull();
});

it('rounds to twelve digits what is typed, too', () => {
  expect([numberOf({}, '0,1234567890126'), numberOf({ unit: 'km' }, '3 km'), numberOf({}, '3 km'), numberOf({}, null)]).toEqual([
    0.123456789013,
    3,
    null,
    null,
  ]);
});

const line = (token: string, text: string, more: object = {}) => ({ token, text, html: text, right: true, ...more });

it('compares the answer first, then the lines in their order, without those that are no numbers', () => {
  const choices = [line('a', 'rien'), line('b', '2..6', { weight: 50 }), line('c', '3..4'), line('d', '5', { right: false })];
  const options = { answer: 3, tolerance: 0, choices };
  const fit = (typed: string): unknown[] => {
    const worth = found(options, typed);
    return [worth?.worth, worth?.line?.token];
  };
  expect(['3', '4', '5', '7', 'x'].map(fit)).toEqual([
    [1, undefined],
    [0.5, 'b'],
    [0.5, 'b'],
    [undefined, undefined],
    [undefined, undefined],
  ]);
  expect([1, 0.5, 0.51].map((least) => accepted(options, least).map(({ shown }) => shown))).toEqual([
    [[3], [3, 4]],
    [[3], [2, 6], [3, 4]],
    [[3], [3, 4]],
  ]);
});
