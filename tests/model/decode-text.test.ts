import { expect, test } from 'vitest';
import { decode } from '../../build/model/decode-text.ts';

const TEXT = 'Élève ; note\nInès ; 12';

test.each([
  ['utf-8', Buffer.from(TEXT)],
  ['utf-8', Buffer.from(`\ufeff${TEXT}`)],
  ['utf-16le', Buffer.from(TEXT, 'utf16le')],
  ['utf-16le', Buffer.from(`\ufeff${TEXT}`, 'utf16le')],
  ['utf-16be', Buffer.from(TEXT, 'utf16le').swap16()],
  ['utf-16be', Buffer.from(`\ufeff${TEXT}`, 'utf16le').swap16()],
  ['windows-1252', Buffer.from(TEXT, 'latin1')],
])('%s', (encoding, bytes) => {
  expect(decode(bytes)).toEqual({ text: TEXT, encoding });
});

test('a mark is enough, where no letter is Latin', () => {
  expect(decode(Buffer.from('\ufeff日本', 'utf16le'))).toEqual({ text: '日本', encoding: 'utf-16le' });
  expect(decode(Buffer.from('\ufeff日本', 'utf16le').swap16())).toEqual({ text: '日本', encoding: 'utf-16be' });
});

test('UTF-16 that is cut in a character stays UTF-16', () => {
  expect(decode(Buffer.from('abc', 'utf16le').subarray(0, 5))).toMatchObject({ encoding: 'utf-16le', text: expect.stringMatching(/^ab/) });
});

test('zeros everywhere are no UTF-16, and control characters go', () => {
  expect(decode(new Uint8Array(8))).toEqual({ text: '', encoding: 'utf-8' });
  expect(decode(Buffer.from('a\0\x07b\tc\r\nd\x7fe\x1f'))).toEqual({ text: 'ab\tc\r\nde', encoding: 'utf-8' });
  expect(decode(new Uint8Array())).toEqual({ text: '', encoding: 'utf-8' });
});

test('a first byte of a mark alone is a letter', () => {
  expect([0xff, 0xfe].map((byte) => decode(Uint8Array.of(byte, 0x61)))).toEqual([
    { text: 'ÿa', encoding: 'windows-1252' },
    { text: 'þa', encoding: 'windows-1252' },
  ]);
});

test('a text is wide where more than three in ten of its letters have a zero, among the first 512 bytes', () => {
  const pairs = (zeros: number, pair: string) => Buffer.from(pair.repeat(zeros) + 'bb'.repeat(10 - zeros));
  expect([3, 4].map((zeros) => decode(pairs(zeros, 'a\0')).encoding)).toEqual(['utf-8', 'utf-16le']);
  expect([3, 4].map((zeros) => decode(pairs(zeros, '\0a')).encoding)).toEqual(['utf-8', 'utf-16be']);
  const late = (letters: number) => decode(Buffer.from('b'.repeat(letters) + 'a\0'.repeat(600))).encoding;
  expect([512, 300].map(late)).toEqual(['utf-8', 'utf-16le']);
});

test('a few zeros at the start don’t make a text wide', () => {
  expect(decode(Buffer.from(`a\0${'b'.repeat(20)}`)).encoding).toBe('utf-8');
});
