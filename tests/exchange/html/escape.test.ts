import { expect, test } from 'vitest';
import { quotedValue } from '../../../build/exchange/html/escape.ts';

test.each([
  ['a "b"', '"a \\"b\\""'],
  ['two\n lines ', '"two lines"'],
  ['{set}', '"(set)"'],
  // A backslash before the last quote would escape it.
  ['C:\\', '"C:"'],
  ['C:\\ \\', '"C:"'],
  ['C:\\x', '"C:\\x"'],
])('%j becomes %s', (text, value) => {
  expect(quotedValue(text)).toBe(value);
});
