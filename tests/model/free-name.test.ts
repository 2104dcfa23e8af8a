import { expect, test } from 'vitest';
import { freeName } from '../../build/model/free-name.ts';

test.each([
  ['oven', [], 'oven'],
  ['oven', ['oven'], 'oven-2'],
  ['oven', ['oven', 'oven-2', 'oven-4'], 'oven-3'],
  ['oven-2', ['oven-2'], 'oven-2-2'],
])('%s among %j is %s', (name, taken, free) => {
  expect(freeName(name, (one) => taken.includes(one))).toBe(free);
});
