import { expect, test } from 'vitest';
import { protect, restore } from '../../../../build/exchange/read/gift/escapes.ts';

test('escaped characters have no meaning until they are restored', () => {
  const hidden = protect('\\~a\\=b\\#c\\{d\\}e\\:f\\\\g');
  expect(hidden).not.toMatch(/[~=#{}:\\]/);
  expect(restore(hidden)).toBe('~a=b#c{d}e:f\\g');
});

test('an escaped n is a line end, other escapes stay', () => {
  expect(restore(protect('a\\nb \\x ~'))).toBe('a\nb \\x ~');
});

test('line ends are plain, and private characters of the file become spaces', () => {
  expect(protect('a\r\nb\rc\uf77ed\uf700')).toBe('a\nb\nc d ');
});
