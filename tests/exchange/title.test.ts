import { expect, test } from 'vitest';
import { titleOf } from '../../build/exchange/title.ts';

test.each([
  ['le_four--a pain.v2.gift', 'Le four a pain.v2'],
  [' été.xml', 'Été'],
  ['pain', 'Pain'],
  ['a  b _ c   d.txt', 'A b c d'],
  ['-pain-', 'Pain'],
  ['pain.', 'Pain'],
  ['.gift', '.gift'],
  ['__.gift', '__.gift'],
])('the file %s is called %s', (name, title) => {
  expect(titleOf(name)).toBe(title);
});
