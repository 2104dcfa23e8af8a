import { expect, test } from 'vitest';
import { someNames } from '../../build/diagnostics/some-names.ts';

const names = (count: number): string[] => Array.from({ length: count }, (_, index) => `r${index}`);

test('at most ten names, each once', () => {
  expect(someNames([])).toBe('');
  expect(someNames(['b', 'a', 'b'])).toBe('b, a');
  expect(someNames(names(10))).toBe(names(10).join(', '));
  expect(someNames(names(11))).toBe(`${names(10).join(', ')}…`);
  expect(someNames([...names(10), ...names(10)])).toBe(names(10).join(', '));
});
