import { expect, test } from 'vitest';
import { count, fill, strings, systemLanguage } from '../../build/cli/strings.ts';

test('both languages have the same sentences, with the same values', () => {
  expect(Object.keys(strings.en).sort()).toEqual(Object.keys(strings.fr).sort());
  const holes = (text: string) => [...new Set(text.match(/\{[a-z]+\}/g) ?? [])].sort();
  for (const [key, text] of Object.entries(strings.fr))
    expect([key, holes(strings.en[key as keyof typeof strings.en])]).toEqual([key, holes(text)]);
});

test.each([
  [{ LANG: 'en_US.UTF-8' }, 'en'],
  [{ LANG: 'EN' }, 'en'],
  [{ LANG: 'fr_FR' }, 'fr'],
  [{ LANG: 'de_DE' }, 'fr'],
  [{ LC_ALL: 'en', LANG: 'fr' }, 'en'],
  [{ LC_ALL: '', LC_MESSAGES: 'en', LANG: 'fr' }, 'en'],
  [{ LC_ALL: 'fr', LC_MESSAGES: 'en' }, 'fr'],
  [{ LANG: 'fr_EN' }, 'fr'],
  [{}, 'fr'],
] as const)('the language of %j', (environment, language) => {
  expect(systemLanguage(environment)).toBe(language);
});

test('values are filled in; unknown ones stay', () => {
  expect(fill('{a} et {b}, {a} {C}', { a: 'x', b: 0 })).toBe('x et 0, x {C}');
  expect(fill('{a}', {})).toBe('{a}');
});

test('one is singular, and in French so is 0', () => {
  const of = (n: number, language: 'fr' | 'en') =>
    count('reportOpen', { n }, language) === fill(strings[language]['reportOpen.one'], { n });
  expect([0, 1, 2].map((n) => [of(n, 'fr'), of(n, 'en')])).toEqual([
    [true, false],
    [true, true],
    [false, false],
  ]);
});
