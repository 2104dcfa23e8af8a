import { afterEach, expect, test } from 'vitest';
import { aboutType } from '../../../build/studio/editor/about-type.ts';
import { language } from '../../../build/studio/strings.ts';

afterEach(() => {
  language.value = 'fr';
});

const about = (form: string): string => aboutType({ name: 'four', label: 'Four', kind: 'activity', form, attributes: [], contains: [] });

test.each([
  ['choices', 'answers to tick'],
  ['fields', 'their own words'],
  ['groups', 'into groups'],
  ['pairs', 'goes together'],
  ['steps', 'into their order'],
  ['blanks', 'missing words'],
  ['cards', 'to open or to turn'],
  ['scale', 'on a scale'],
  ['spots', 'places in a picture'],
  ['labels', 'labels on a picture'],
  ['scenes', 'whose course learners choose'],
  ['speeches', 'dialogue'],
  ['mistakes', 'mistakes in a text'],
  ['passages', 'passages in a text'],
  ['tree', 'branches'],
  ['grid', 'two axes'],
  ['table', 'A table'],
  ['comparison', 'Compare'],
  ['definitions', 'side by side'],
])('a type with the form %s is described by its use', (form, words) => {
  language.value = 'en';
  expect(about(form)).toContain(words);
});

test('the description is in the language of the studio', () => {
  expect(about('steps')).toBe('Remettre des étapes dans l’ordre');
});

test.each(['prose', 'none', 'composed', ''])('the form %j adds nothing to the name of a type', (form) => {
  expect(about(form)).toBe('');
});
