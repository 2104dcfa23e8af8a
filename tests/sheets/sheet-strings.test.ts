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
  ['fr', ['0', '999', '1\u202f000', '-1', '-0,5', '-12\u202f345', '1\u202f234\u202f567,25']],
  ['en', ['0', '999', '1,000', '-1', '-0.5', '-12,345', '1,234,567.25']],
])('numbers in %s', (lang, expected) => {
  expect([0, 999, 1000, -1, -0.5, -12_345, 1234567.25].map(sheetStrings(lang).number)).toEqual(expected);
});

test('one has a sentence of its own, and a whole course too where it has one', () => {
  const [session, course] = [sheetStrings('fr'), sheetStrings('fr', true)];
  expect([0, 1, 2].map((n) => session.format('guide.points', { n }))).toEqual(['0 points', '1 point', '2 points']);
  const key = 'set.status.completed.why';
  expect([session.format(key), course.format(key)]).toEqual([fr[key], fr[`${key}.course`]]);
  expect([course.format('guide.points', { n: 1 }), course.format('yes')]).toEqual(['1 point', fr.yes]);
  expect(course.format(key, { n: 1 })).toBe(fr[`${key}.course`]);
  expect([1, 2].map((n) => course.format('fact.modules', { n }))).toEqual([
    fr['fact.modules.one'],
    fr['fact.modules.course'].replace('{n}', '2'),
  ]);
});

test('values are filled in, numbers in the format of the language; one that is missing leaves nothing', () => {
  const strings = sheetStrings('fr');
  expect(strings.format('guide.minutes', { n: 1200 }).replace(/\s/g, ' ')).toBe('1 200 min');
  expect([strings.format('guide.minutes').trim(), strings.html('guide.minutes').trim()]).toEqual(['min', 'min']);
  expect(strings.format('guide.noted.of', { n: 20, all: 'a&b' }).replace(/\s/g, ' ')).toBe('20 min notées, sur a&b');
});

test('a language that is not English is French', () => {
  expect(['en', 'fr', 'en-GB', ''].map((lang) => sheetStrings(lang).lang)).toEqual(['en', 'fr', 'fr', 'fr']);
});

test('each mark of a text becomes an element', () => {
  const html = sheetStrings('fr').html('run.advice.notes');
  expect([html.includes('**'), html.match(/<strong>/g)?.length, html.match(/<code>/g)?.length]).toEqual([false, 1, 5]);
});

test('stars in code are no marks', () => {
  expect(sheetStrings('fr').html('run.advice.minutes')).toMatch(/<code>:::trainer<\/code>.*<code>&#42;&#42;8.minutes\.&#42;&#42;<\/code>$/);
});
