import { expect, test } from 'vitest';
import { sheetStrings } from '../../build/sheets/sheet-strings.ts';
import en from '../../build/sheets/strings/en.json' with { type: 'json' };
import fr from '../../build/sheets/strings/fr.json' with { type: 'json' };
import { typography } from '../../build/text/typography.ts';

const tables: Readonly<Record<'fr' | 'en', Readonly<Record<string, string>>>> = { fr, en };

test('both languages say the same things, with the same values, in their own typography', () => {
  const valuesIn = (text = ''): string[] => [...new Set(text.match(/\{\w+\}|\[codebook\]/g) ?? [])].sort();
  expect(Object.keys(en)).toEqual(Object.keys(fr));
  for (const [key, text] of Object.entries(tables.fr)) {
    expect(valuesIn(tables.en[key]), key).toEqual(valuesIn(text));
    expect(typography(text, 'fr'), key).toBe(text);
    expect(text).not.toMatch(/\u00a0[;!?]/);
    expect(typography(tables.en[key] ?? '', 'en'), key).toBe(tables.en[key]);
  }
});

test('values are escaped, marks of the table are not', () => {
  const strings = sheetStrings('fr');
  expect(strings.html('done.module', { title: '<b>**A**', id: 'a"b', rule: 'c & d' })).toBe(
    '<strong>&lt;b&gt;**A**</strong> (<code>a&quot;b</code>)\u00a0: c &amp; d.',
  );
});

test.each([
  ['fr', ['999', '1\u202f000', '-0,5', '1\u202f234\u202f567,25']],
  ['en', ['999', '1,000', '-0.5', '1,234,567.25']],
])('numbers in %s', (lang, expected) => {
  expect([999, 1000, -0.5, 1234567.25].map(sheetStrings(lang).number)).toEqual(expected);
});
