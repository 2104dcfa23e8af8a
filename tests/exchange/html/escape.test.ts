import { expect, test } from 'vitest';
import { escapeCell, escapeStart, escapeText, quotedValue, withoutForbidden } from '../../../build/exchange/html/escape.ts';

test('characters that no source may have become spaces, and half characters go', () => {
  expect(withoutForbidden('a\0b\u202ec\ud83dd\r\ne\rf\tg')).toBe('a b cd\ne\nf\tg');
});

test.each([
  ['*a* `b` [c] ~d~ ^e^', '\\*a\\* \\`b\\` \\[c\\] \\~d\\~ \\^e\\^'],
  ['a\\b', 'a\\\\b'],
  ['snake_case _mot_', 'snake_case \\_mot\\_'],
  ['{a} {{b}}', '\\{a} \\{ \\{b}}'],
  ['a < b <b> </b> <!-- <?', 'a < b \\<b> \\</b> \\<!-- \\<?'],
  ['fin <', 'fin \\<'],
  ['R&D &amp; &#8364; a & b', 'R&D &amp;amp; &amp;#8364; a & b'],
  ['fin &', 'fin &amp;'],
  [':smile: a:b 12:30 :+1:', '\\:smile: a:b 12:30 \\:+1:'],
  ['a == b == c', 'a \\=\\= b \\=\\= c'],
  ['5 $ et $x$', '5 $ et \\$x\\$'],
  ['_a', '\\_a'],
  ['===', '\\=\\=='],
  ['fin $', 'fin \\$'],
  ['<B> :A: 1_2', '\\<B> \\:A: 1_2'],
])('“%s” is written “%s”', (text, markdown) => {
  expect(escapeText(text)).toBe(markdown);
});

test('what looks like a directive with attributes stays text', () => {
  expect(escapeText(':terme[mot]{a}')).toBe(':terme\\[mot\\] \\{a}');
  const long = (length: number): string => escapeText(`:a[${'x'.repeat(length)}]{b}`).slice(-5);
  expect([long(500), long(501)]).toEqual([' \\{b}', ']\\{b}']);
  expect(escapeText(':a[]{b}')).toBe(':a\\[\\]\\{b}');
  expect(escapeText(':terme[mot] a')).toBe(':terme\\[mot\\] a');
});

test.each([
  ['# Titre', '\\# Titre'],
  ['> Citation', '\\> Citation'],
  ['- point', '\\- point'],
  ['-point', '\\-point'],
  ['-5', '-5'],
  ['--', '\\--'],
  ['+ plus', '\\+ plus'],
  ['| a', '\\| a'],
  ['::: a', '\\::: a'],
  ['=', '\\='],
  ['1. un', '1\\. un'],
  ['12) deux', '12\\) deux'],
  ['1.', '1\\.'],
  ['1.5', '1.5'],
  ['123456789. x', '123456789\\. x'],
  ['1234567890. x', '1234567890. x'],
  ['-', '\\-'],
  ['  \ta', 'a'],
  ['• point', '· point'],
  ['▪\u00a0\tpoint', '· point'],
  ['◦point', '· point'],
  ['‣ • point', '· • point'],
  ['a # b', 'a # b'],
])('a line “%s” is written “%s”', (line, markdown) => {
  expect(escapeStart(line)).toBe(markdown);
});

test('bars in cells are escaped once', () => {
  expect(escapeCell('a|b \\| c||')).toBe('a\\|b \\| c\\|\\|');
});

test('values of attributes are one line in quotes, without braces', () => {
  expect(quotedValue(' un\n "deux"  {trois} {quatre} ')).toBe('"un \\"deux\\" (trois) (quatre)"');
});

test.each([
  ['C:\\', '"C:"'],
  ['C:\\ \\', '"C:"'],
  ['C:\\x', '"C:\\x"'],
])('a backslash at the end of %j would escape the quote', (text, value) => {
  expect(quotedValue(text)).toBe(value);
});
