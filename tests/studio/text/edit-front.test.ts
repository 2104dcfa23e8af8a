import { expect, test } from 'vitest';
import { FrontText } from '../../../build/studio/text/edit-front.ts';
import { outlineOf } from '../../../build/studio/text/outline.ts';
import { type Replacement, replaceIn } from '../../../build/studio/text/raw-text.ts';

const TEXT = `---
id: seance   # jamais changé
title: "Séance 1 : Le partenariat"
duration: 75min
competencies: [c4-3, c4-4]
lead: Six familles
  attendent.
aims:
  - { text: repérer trois lois, icon: scroll } # d'abord
  - "définir, puis éprouver"
people:
  - nadia
  - marc
---

# Page
`;

function frontOf(text: string): FrontText {
  const { front } = outlineOf(text);
  if (!front) throw new Error('no front matter');
  return new FrontText(text, front);
}

function changed(changes: readonly Replacement[], text = TEXT): string {
  return replaceIn(
    text,
    [...changes].sort((one, other) => one.from - other.from),
  );
}

test('values are read', () => {
  const front = frontOf(TEXT);
  expect([front.words('title'), front.words('duration'), front.words('pass')]).toEqual(['Séance 1 : Le partenariat', '75min', '']);
  expect([front.list('competencies'), front.list('people')]).toEqual([
    ['c4-3', 'c4-4'],
    ['nadia', 'marc'],
  ]);
  expect(front.aims('aims').map(({ words }) => words)).toEqual(['repérer trois lois', 'définir, puis éprouver']);
});

test.each([
  ['title', 'Séance 1 : « Oui »', 'title: "Séance 1 : Le partenariat"', 'title: "Séance 1 : « Oui »"'],
  ['duration', '90min', 'duration: 75min', 'duration: 90min'],
  ['competencies', ['c4-3'], '[c4-3, c4-4]', '[c4-3]'],
  ['lead', 'Une : autre', 'lead: Six familles\n  attendent.', 'lead: "Une : autre"'],
  ['people', ['nadia', 'lou'], 'people:\n  - nadia\n  - marc\n', 'people: [nadia, lou]\n'],
  ['lead', null, 'lead: Six familles\n  attendent.\n', ''],
  ['competencies', [], 'competencies: [c4-3, c4-4]\n', ''],
  ['pass', 60, '  - marc\n', '  - marc\npass: 60\n'],
  ['certificate', true, '  - marc\n', '  - marc\ncertificate: true\n'],
] as const)('%s is set to %s: only its lines change', (key, value, before, after) => {
  expect(changed(frontOf(TEXT).set(key, value))).toBe(TEXT.replace(before, after));
});

test('aims are changed, added and removed one by one', () => {
  const front = frontOf(TEXT);
  const [first, second] = front.aims('aims');
  if (!first || !second) throw new Error('no aims');
  expect(changed(front.setAim(first, 'dire, lire'))).toBe(TEXT.replace('repérer trois lois', '"dire, lire"'));
  expect(changed(front.setAim(second, 'dire'))).toBe(TEXT.replace('définir, puis éprouver', 'dire'));
  expect(changed(front.addAim('aims', 'situer'))).toBe(TEXT.replace('éprouver"\n', 'éprouver"\n  - situer\n'));
  expect(changed(front.removeAim('aims', 0))).toBe(TEXT.replace("  - { text: repérer trois lois, icon: scroll } # d'abord\n", ''));
  expect(changed(frontOf('---\naims: [a, b]\n---\n').removeAim('aims', 0), '---\naims: [a, b]\n---\n')).toBe('---\naims: [b]\n---\n');
  expect(changed(frontOf('---\nid: a\n---\n').addAim('aims', 'b'), '---\nid: a\n---\n')).toBe('---\nid: a\naims:\n  - b\n---\n');
});

test('front matter with a mistake is left alone', () => {
  const text = '---\ntitle: [a\n---\n';
  expect(frontOf(text).isReadable).toBe(false);
  expect(frontOf(text).words('title')).toBe('');
});
