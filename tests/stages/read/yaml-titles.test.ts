import { expect, test } from 'vitest';
import { parseDocument } from 'yaml';
import { restoreTitles, withPlainTitles } from '../../../build/stages/read/yaml-titles.ts';

test.each([
  ['title: Séance 1 : Accueil', 'Séance 1 : Accueil'],
  ['title: Séance 1 :', 'Séance 1 :'],
  ['title : Le quai\u00a0: la voie', 'Le quai\u00a0: la voie'],
  ['title: 10:30 au quai : oui # non : peut-être', '10:30 au quai : oui'],
  ['title: "Le quai : la voie"', 'Le quai : la voie'],
  ['title: -a : b', '-a : b'],
  ['title: a : b : c', 'a : b : c'],
  ['title:  \tÀ : b', 'À : b'],
])('%s', (text, title) => {
  const plain = withPlainTitles(text);
  expect(plain).toHaveLength(text.length);
  const document = parseDocument(plain.replace('title :', 'title:'));
  restoreTitles(document);
  expect([document.errors, document.toJS()]).toEqual([[], { title }]);
});

test('titles of people in a list, and on several lines', () => {
  const document = parseDocument(withPlainTitles('people:\n  -   title: Chef : nuit\n      id: marc\ntitle: Le quai : ici\n'));
  restoreTitles(document);
  expect(document.toJS()).toEqual({ people: [{ title: 'Chef : nuit', id: 'marc' }], title: 'Le quai : ici' });
});

test.each([
  'subtitle: a : b',
  'id: a : b',
  'title: - a : b',
  'title: [a : b]',
  'title:a : b',
  ...`"'«“”„|>]{}&*!%@#,\``.split('').map((sign) => `title: ${sign}a : b`),
])('%s is left as it is', (text) => {
  expect(withPlainTitles(text)).toBe(text);
});

test('the colons of a remark behind a title stay, and so do those of other keys', () => {
  expect(withPlainTitles('title: un : deux # a : b\nid: c : d')).toBe('title: un \ue000 deux # a : b\nid: c : d');
  expect(withPlainTitles('title: un#a : b')).toBe('title: un#a \ue000 b');
  expect(withPlainTitles('title: a\u00a0:\u00a0b :\u202fc')).toBe('title: a\u00a0\ue000\u00a0b \ue000\u202fc');
});
