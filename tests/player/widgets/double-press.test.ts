import { expect, it } from 'vitest';
import { DoublePress } from '../../../src/player/widgets/double-press.ts';

it('ignores a press of the pointer within a quarter of a second of one that moved something', () => {
  const double = new DoublePress();
  expect(double.isSecond({ detail: 1, timeStamp: 10 })).toBe(false);
  double.moved({ detail: 1, timeStamp: 1000 });
  expect([1249, 1250].map((timeStamp) => double.isSecond({ detail: 1, timeStamp }))).toEqual([true, false]);
});

it('never ignores a key, whose press has no count', () => {
  const double = new DoublePress();
  double.moved({ detail: 1, timeStamp: 1000 });
  expect(double.isSecond({ detail: 0, timeStamp: 1001 })).toBe(false);
});
