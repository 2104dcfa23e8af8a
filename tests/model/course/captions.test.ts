import { expect, test } from 'vitest';
import { timesOf } from '../../../src/model/course/captions.ts';

test.each<[string, [number, number] | undefined]>([
  ['00:01.500 --> 00:03.000', [1.5, 3]],
  ['  00:01,500  -->  00:03,000 align:start', [1.5, 3]],
  ['01:02:03.004 --> 100:00:00.000', [3723.004, 360_000]],
  ['10:00.000 --> 10:00.001', [600, 600.001]],
  ['00:03.000 --> 00:03.000', undefined],
  ['00:03.000 --> 00:01.000', undefined],
  ['0:03.000 --> 00:04.000', undefined],
  [':00:03.000 --> 00:04.000', undefined],
  ['00:03.000 --> :00:04.000', undefined],
  ['00:03.000-->00:04.000', undefined],
  ['00:03.000 -->00:04.000', undefined],
  ['00:03.000--> 00:04.000', undefined],
  ['00:03.00 --> 00:04.000', undefined],
  ['00:03.000 --> 00:04.00', undefined],
  ['00:03.000 --> 0:04.000', undefined],
  ['Le pain lève de 00:03.000 --> 00:04.000', undefined],
  ['', undefined],
])('%j', (line, times) => {
  expect(timesOf(line)).toEqual(times && { start: times[0], end: times[1] });
});
