import { expect, test } from 'vitest';
import { bands } from '../../../build/room/forms/ballots.ts';

test('few numbers have a column each', () => {
  expect(bands(1, 5)).toEqual(['1', '2', '3', '4', '5']);
});

test.each([
  [0, 10],
  [0, 95],
  [3, 9],
])('from %d to %d: five bands, each number in one of them', (min, max) => {
  const ends = bands(min, max).map((band) => band.split('–').map(Number));
  expect(ends).toHaveLength(5);
  expect(ends[0]?.[0]).toBe(min);
  expect(ends.at(-1)?.at(-1)).toBe(max);
  for (const [index, end] of ends.slice(1).entries()) expect(end[0]).toBe((ends[index]?.at(-1) ?? Number.NaN) + 1);
});
