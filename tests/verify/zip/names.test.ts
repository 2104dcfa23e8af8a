import { expect, test } from 'vitest';
import { checkName, decodeName } from '../../../build/verify/zip/names.ts';
import { ZipRefusal } from '../../../build/verify/zip/source.ts';

const bytesOf = (text: string): Uint8Array => new TextEncoder().encode(text);

test('a name is UTF-8 if its bytes are, with or without the flag', () => {
  expect([decodeName(bytesOf('été/é.html'), true), decodeName(bytesOf('été/é.html'), false)]).toEqual(['été/é.html', 'été/é.html']);
});

test('a byte order mark stays in a name', () => {
  expect(decodeName(Uint8Array.of(0xef, 0xbb, 0xbf, 97), true)).toBe('\ufeffa');
});

test('other names are of code page 437, unless the flag promises UTF-8', () => {
  const bytes = Uint8Array.of(97, 0x7f, 0x80, 0x82, 0xff);
  expect(decodeName(bytes, false)).toBe('a\x7fÇé\u00a0');
  expect(() => decodeName(bytes, true)).toThrow(ZipRefusal);
});

const refusal = (name: string, bytes = name.length): string => {
  try {
    checkName(name, bytes);
  } catch (error) {
    return (error as ZipRefusal).id;
  }
  return 'fine';
};

test.each<readonly [name: string, verdict: string]>([
  ['index.html', 'fine'],
  ['a/b.html', 'fine'],
  ['a/', 'fine'],
  ['.htaccess', 'fine'],
  ['a..b/c', 'fine'],
  ['../a', 'zip-outside'],
  ['a/../b', 'zip-outside'],
  ['a\\..\\b', 'zip-outside'],
  ['/a', 'zip-outside'],
  ['\\a', 'zip-outside'],
  ['C:a', 'zip-outside'],
  ['c:a', 'zip-outside'],
  ['z:\\a', 'zip-outside'],
  ['a/C:b', 'fine'],
  ['', 'zip-name'],
  ['a\0b', 'zip-name'],
  ...['\u202a', '\u202e', '\u2066', '\u2069'].map((sign) => [`a${sign}b`, 'zip-name'] as const),
  ...['\u2029', '\u202f', '\u2065'].map((sign) => [`a${sign}b`, 'fine'] as const),
  ['a//b', 'zip-name'],
  ['./a', 'zip-name'],
  ['a/./b', 'zip-name'],
  ['a/.', 'zip-name'],
])('“%s” is %s', (name, verdict) => {
  expect(refusal(name)).toBe(verdict);
});

test('a name has at most 1024 bytes', () => {
  expect([refusal('a', 1024), refusal('a', 1025)]).toEqual(['fine', 'zip-name']);
});

test('the refusal names the file without its dangerous characters, and not at full length', () => {
  let shown = '';
  try {
    checkName(`a\u202e\u0007b${'c'.repeat(200)}`, 9);
  } catch (error) {
    shown = JSON.stringify({ ...(error as object), message: (error as Error).message });
  }
  expect(shown).toContain('a��b');
  expect(shown).toContain(`b${'c'.repeat(116)}`);
  expect(shown).not.toContain('c'.repeat(117));
});
