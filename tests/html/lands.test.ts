import { expect, test } from 'vitest';
import { landLines } from '../../build/html/lands.ts';

test('neighbours have different lands, which return in turn and stand on the same ground', () => {
  const found = [0, 1, 2, 3].map(landLines);
  expect([new Set(found).size, found[3]]).toEqual([3, found[0]]);
  expect(found.filter((lines) => !lines.startsWith('M0 176h1440'))).toEqual([]);
});

test('the town, the park, the quay, and from the start again', () => {
  const starts = [0, 1, 2, 3, 4, 5, 8].map((number) => landLines(number).slice(11, 22));
  const [town, park, quay] = ['40 176v-62l', '60 176v-34m', '30 176v-86l'];
  expect(starts.map((start) => start.replace(/^M/, ''))).toEqual(
    [town, park, quay, town, park, quay, quay].map((start) => start.slice(0, 10)),
  );
});
