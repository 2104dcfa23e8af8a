import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, describe, expect, test } from 'vitest';
import { chooseLanguage, isKey, language, t } from '../../build/studio/strings.ts';
import { root } from '../helpers/examples-project.ts';

const folder = join(root, 'build/studio/strings');
const files = readdirSync(folder);
const read = (name: string): Record<string, string> => JSON.parse(readFileSync(join(folder, name), 'utf8'));

test.each(files)('%s has no value inside a choice between one and many: it would be shown as it is written', (name) => {
  const nested = Object.entries(read(name)).filter(([, text]) => /\{[^{}]*\{/.test(text));
  expect(nested).toEqual([]);
});

test.each(files.filter((name) => name.endsWith('.fr.json')))('%s and its English counterpart show the same values', (name) => {
  const valuesOf = (text = ''): string => [...new Set([...text.matchAll(/\{(\w+)\}/g)].map(([, value]) => value))].sort().join();
  const [fr, en] = [read(name), read(name.replace('.fr.', '.en.'))];
  expect(Object.keys(en).sort()).toEqual(Object.keys(fr).sort());
  for (const [key, text] of Object.entries(fr)) expect([key, valuesOf(en[key])]).toEqual([key, valuesOf(text)]);
});

test.each(files)('the texts of %s are those of the studio', (name) => {
  language.value = name.endsWith('.fr.json') ? 'fr' : 'en';
  // A text without values is shown as it is written.
  for (const [key, text] of Object.entries(read(name))) {
    if (isKey(key)) expect([key, text.includes('{') ? text : t(key)]).toEqual([key, text]);
    else expect([key, 'is not known']).toBeNull();
  }
  language.value = 'fr';
});

test.each([
  ['fr', 'en-GB', 'fr'],
  ['en', 'fr-FR', 'en'],
  [null, 'en-GB', 'en'],
  [null, 'EN', 'en'],
  [null, 'de-DE', 'fr'],
  ['de', 'fr-CA', 'fr'],
] as const)('the language is the one chosen before, else English if the browser prefers it: %s, %s', (chosen, preferred, expected) => {
  expect(chooseLanguage(chosen, preferred)).toBe(expected);
});

test('a name of a text is known; one of every object isn’t', () => {
  expect([isKey('cancel'), isKey('none'), isKey('toString'), isKey('')]).toEqual([true, false, false, false]);
});

describe('a text', () => {
  afterEach(() => {
    language.value = 'fr';
  });

  test.each([
    ['fr', 0, '0 séance'],
    ['fr', 1, '1 séance'],
    ['fr', 1.5, '1.5 séance'],
    ['fr', -1, '-1 séance'],
    ['fr', 2, '2 séances'],
    ['en', 0, '0 sessions'],
    ['en', 1, '1 session'],
    ['en', 2, '2 sessions'],
  ] as const)('counts as its language does: %s, %s', (lang, n, text) => {
    language.value = lang;
    expect(t('start.sessions', { n }).replace(/[\s\u00a0]/g, ' ')).toBe(text);
  });

  test('shows values as they are, and a name without one as it is written', () => {
    language.value = 'en';
    expect(t('storage.remove.title', { title: '{title} $& <b>' })).toBe('Remove “{title} $& <b>”?');
    expect(t('storage.remove.title')).toBe('Remove “{title}”?');
    expect(t('start.sessions')).toBe('{n} {n|session|sessions}');
  });
});
