import fc from 'fast-check';
import { expect, test } from 'vitest';
import { csvLine, separatorOf } from '../../build/sheets/csv.ts';
import { readCsv } from './read-csv.ts';

const cellOf = (value: string): string => readCsv(csvLine([value, 'fin'], ';'), ';')[0]?.[0] ?? '';

/** Texts that spreadsheets take for a formula. */
const DANGEROUS = /^[\s\u200b\u00ad\ufeff]*[=+\-@＝＋－＠]/u;

test.each([
  ["=cmd|' /C calc'!A0", "'=cmd|' /C calc'!A0"],
  ['@SUM(1+1)*cmd', "'@SUM(1+1)*cmd"],
  ['+33 6 00 00 00 00', "'+33 6 00 00 00 00"],
  ['-2+3+cmd', "'-2+3+cmd"],
  ['\t=1+1', "'=1+1"],
  ['\r\n=1+1', "'=1+1"],
  [' \u00a0=1+1', "'=1+1"],
  ['\u200b=1+1', "'\u200b=1+1"],
  ['＝1+1', "'＝1+1"],
  ['- un tiret', "'- un tiret"],
  ['=HYPERLINK("https://example.org";"ici")', `'=HYPERLINK("https://example.org";"ici")`],
])('%j can do no harm', (value, expected) => {
  expect(cellOf(value)).toBe(expected);
});

test.each(['-1', '12', '-0,5', '12.75', 'a = 1', 'Réponse', '« ici »', '', '(ici)', '"ici"', '… oui', '$5', '1+1', '*'])(
  '%j stays as it is',
  (value) => {
    expect(cellOf(value)).toBe(value);
  },
);

test('a text stays on one line, with its quotes and separators', () => {
  expect(cellOf('« a;b », "c"\r\nd\te\0')).toBe('« a;b », "c" d e');
  expect(csvLine(['a;b', 'c,d', 'e"f', 'g'], ',')).toBe('"a;b","c,d","e""f",g\r\n');
});

test('only what needs quotes has them', () => {
  expect(csvLine([' a ', '(b)', '-1', '-1,5', 'a"b', 'c ', '', '=d'], ';')).toBe(`a;(b);-1;"-1,5";"a""b";c;;'=d\r\n`);
  expect(csvLine(['a,=1,=2;@x', 'a, =1'], ';')).toBe('"a, =1, =2; @x";"a, =1"\r\n');
});

test('a space or a control character at the end is removed, also after a word that needs no other change', () => {
  expect(cellOf('Réponse \u00a0\u0085')).toBe('Réponse');
  expect(cellOf('Réponse\u2028')).toBe('Réponse');
});

test('whatever the text, the line is read back with as many cells, and none of them is a formula', () => {
  fc.assert(
    fc.property(fc.array(fc.string({ unit: 'binary' }), { minLength: 1 }), fc.constantFrom<',' | ';'>(',', ';'), (values, separator) => {
      const rows = readCsv(csvLine(values, separator), separator);
      expect(rows).toHaveLength(1);
      expect(rows[0]).toHaveLength(values.length);
      expect(rows[0]?.filter((cell) => DANGEROUS.test(cell) && !/^-?\d+([.,]\d+)?$/.test(cell))).toEqual([]);
    }),
  );
});

test('spreadsheets part cells by what is no decimal point of the language', () => {
  expect([separatorOf('fr'), separatorOf('en')]).toEqual([';', ',']);
});

test('opened with another separator, no part of a cell becomes a formula', () => {
  const line = csvLine(['a,=HYPERLINK("x")', 'b;@x', 'c,"=1"', 'un, deux'], ';');
  for (const separator of [',', ';'] as const) {
    expect(line.split(separator).filter((cell) => /^["'\s]*[=+@-]/.test(cell) && !/^ /.test(cell))).toEqual([]);
  }
  expect(cellOf('un, deux')).toBe('un, deux');
});

test.each([...'=+-@＝＋－＠'])('“%s” starts a formula, at the start of a cell and behind a separator', (sign) => {
  expect([`${sign}x`, ` \u200b${sign}x`].map(cellOf)).toEqual([`'${sign}x`, `'\u200b${sign}x`]);
  for (const parted of [`a,${sign}1`, `a;${sign}1`, `a,'${sign}1`, `a;"${sign}1`])
    expect(cellOf(parted)).toBe(parted.replace(/[,;]/, '$& '));
  expect(cellOf(`a ${sign}1`)).toBe(`a ${sign}1`);
});
