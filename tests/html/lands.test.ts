import { expect, test } from 'vitest';
import { landLines } from '../../build/html/lands.ts';

test('neighbours have different lands, which return in turn and stand on the same ground', () => {
  const found = [0, 1, 2, 3].map(landLines);
  expect([new Set(found).size, found[3]]).toEqual([3, found[0]]);
  expect(found.filter((lines) => !lines.startsWith('M0 176h1440'))).toEqual([]);
});
