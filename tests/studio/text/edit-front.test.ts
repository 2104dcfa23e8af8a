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
  expect(changed(front.removeAim('aims', first))).toBe(TEXT.replace("  - { text: repérer trois lois, icon: scroll } # d'abord\n", ''));
  expect(changed(frontOf('---\nid: a\n---\n').addAim('aims', 'b'), '---\nid: a\n---\n')).toBe('---\nid: a\naims:\n  - b\n---\n');
});

test('front matter with a mistake is left alone', () => {
  const text = '---\ntitle: [a\n---\n';
  expect(frontOf(text).isReadable).toBe(false);
  expect(frontOf(text).words('title')).toBe('');
});

function frontTest(lines: string, edit: (front: FrontText) => Replacement[]): string {
  const text = `---\n${lines}---\n\n# Page\n`;
  const result = changed(edit(frontOf(text)), text);
  expect(result.endsWith('---\n\n# Page\n')).toBe(true);
  return result.slice(4, -'---\n\n# Page\n'.length);
}

test.each([
  ['pass:\nid: a\n', 'pass', 60, 'pass: 60\nid: a\n'],
  ['pass: # plus tard\nid: a\n', 'pass', 60, 'pass: 60 # plus tard\nid: a\n'],
  ['pass: 60 # assez\n', 'pass', 70, 'pass: 70 # assez\n'],
  ["title: 'Le four'\n", 'title', "L'eau", "title: 'L''eau'\n"],
  ['title: Le four\n', 'title', 'a: b', 'title: "a: b"\n'],
  ['title: Le four\n', 'title', '12', 'title: "12"\n'],
  ['pass: 60\n', 'pass', '70', 'pass: "70"\n'],
  ['lead: |\n  Un.\n  Deux.\nid: a\n', 'lead', 'Trois.', 'lead: Trois.\nid: a\n'],
  ['lead: >\n  Un.\n\nid: a\n', 'lead', 'Trois.', 'lead: Trois.\n\nid: a\n'],
  ['lead: >\n  Un.\nid: a\n', 'lead', '', 'id: a\n'],
  ['id: a\nlead: |\n  Un.\n', 'lead', null, 'id: a\n'],
  ['people: [a,\n  b] # deux\nid: a\n', 'people', ['c'], 'people: [c] # deux\nid: a\n'],
  ['people:\n- a\n- b\nid: a\n', 'people', ['c', 'd, e'], 'people: [c, "d, e"]\nid: a\n'],
  ['people:\n  - a # un\n  - b # deux\nid: a\n', 'people', [], 'id: a\n'],
  ['id: a\npass:\n', 'pass', null, 'id: a\n'],
  ['id: a\n', 'pass', null, 'id: a\n'],
  ['id: a # un\npass: 60 # deux\n', 'id', null, 'pass: 60 # deux\n'],
  ['certificate: true\n', 'certificate', false, 'certificate: false\n'],
  [
    'title: Un\n',
    'title',
    'Un très long titre qui ne doit pas être coupé en plusieurs lignes parce que la ligne est longue de plus de quatre-vingts signes',
    'title: Un très long titre qui ne doit pas être coupé en plusieurs lignes parce que la ligne est longue de plus de quatre-vingts signes\n',
  ],
] as const)('%j: %s becomes %j', (lines, key, value, expected) => {
  expect(frontTest(lines, (front) => front.set(key, value))).toBe(expected);
});

test('what is no word is no value, and what is no list has no items', () => {
  const front = frontOf('---\na: 12\nb: true\nc: [x]\nd:\ne: { f: g }\nh: [1, [2], i]\n---\n');
  expect(['a', 'b', 'c', 'd', 'e', 'none'].map((key) => front.words(key))).toEqual(['12', 'true', '', '', '', '']);
  expect(['a', 'c', 'h', 'none'].map((key) => front.list(key))).toEqual([[], ['x'], ['1', 'i'], []]);
  expect(['a', 'none'].map((key) => front.aims(key))).toEqual([[], []]);
  expect(['- a', 'a', '# a'].map((line) => frontOf(`---\n${line}\n---\n`).isReadable)).toEqual([false, false, true]);
  expect(front.isReadable).toBe(true);
});

test('an aim that is a number stays one when its words are the same', () => {
  const [aim] = frontOf('---\naims: [5]\n---\n').aims('aims');
  expect(aim && frontOf('---\naims: [5]\n---\n').setAim(aim, '5')).toEqual([]);
});

const AIMS = 'aims:\n  - un # premier\n  - text: deux\n    icon: scroll\n  - >\n    trois\n    fois\n  - "quatre"\nid: a\n';

test.each([
  [0, 'x', AIMS.replace('- un', '- x')],
  [1, 'x', AIMS.replace('deux', 'x')],
  [2, 'x', AIMS.replace('>\n    trois\n    fois', 'x')],
  [3, 'x', AIMS.replace('"quatre"', '"x"')],
  [0, 'x: y', AIMS.replace('- un', '- "x: y"')],
  [0, ' ', AIMS],
  [0, 'un', AIMS],
])('the words of aim %i become %j', (index, words, expected) => {
  expect(
    frontTest(AIMS, (front) =>
      front
        .aims('aims')
        .slice(index, index + 1)
        .flatMap((aim) => front.setAim(aim, words)),
    ),
  ).toBe(expected);
});

test.each([
  [AIMS, 0, AIMS.replace('  - un # premier\n', '')],
  [AIMS, 1, AIMS.replace('  - text: deux\n    icon: scroll\n', '')],
  [AIMS, 2, AIMS.replace('  - >\n    trois\n    fois\n', '')],
  [AIMS, 3, AIMS.replace('  - "quatre"\n', '')],
  [AIMS, 4, AIMS],
  ['aims: [a, b, c] # trois\n', 0, 'aims: [b, c] # trois\n'],
  ['aims: [a, b, c]\n', 1, 'aims: [a, c]\n'],
  ['aims: [a, b, c]\n', 2, 'aims: [a, b]\n'],
  ['aims: [{ text: a }, b]\n', 0, 'aims: [b]\n'],
  ['aims:\n  - a\nid: a\n', 0, 'id: a\n'],
  ['aims: [a]\nid: a\n', 0, 'id: a\n'],
  ['id: a\n', 0, 'id: a\n'],
])('%j without its aim %i', (lines, index, expected) => {
  expect(
    frontTest(lines, (front) =>
      front
        .aims('aims')
        .slice(index, index + 1)
        .flatMap((aim) => front.removeAim('aims', aim)),
    ),
  ).toBe(expected);
});

test.each([
  [AIMS, AIMS.replace('"quatre"\n', '"quatre"\n  - x, y\n')],
  ['aims:\n- a\nid: a\n', 'aims:\n- a\n- x, y\nid: a\n'],
  ['aims:\n    - a # un\n', 'aims:\n    - a # un\n    - x, y\n'],
  ['aims:\n  - text: a\n    icon: b\nid: a\n', 'aims:\n  - text: a\n    icon: b\n  - x, y\nid: a\n'],
  ['aims:\n  - >\n    a\nid: a\n', 'aims:\n  - >\n    a\n  - x, y\nid: a\n'],
  ['aims: [a]\n', 'aims: [a, "x, y"]\n'],
  ['aims: []\nid: a\n', 'id: a\naims:\n  - x, y\n'],
  ['aims:\nid: a\n', 'id: a\naims:\n  - x, y\n'],
  ['id: a\n', 'id: a\naims:\n  - x, y\n'],
])('%j gets an aim', (lines, expected) => {
  expect(frontTest(lines, (front) => front.addAim('aims', 'x, y'))).toBe(expected);
});

test('a title with a colon and without quotes is read and changed, as the build reads it', () => {
  const lines = 'title: Séance 1 : Le four # un\nid: a\n';
  expect(frontOf(`---\n${lines}---\n`).words('title')).toBe('Séance 1 : Le four');
  expect(frontTest(lines, (front) => front.set('pass', 60))).toBe(`${lines}pass: 60\n`);
  expect(frontTest(lines, (front) => front.set('title', 'Le sel'))).toBe('title: Le sel # un\nid: a\n');
});

test('front matter without any line gets its first one', () => {
  expect(frontTest('', (front) => front.set('title', 'Le four'))).toBe('title: Le four\n');
});

test('an aim without words stays where it is', () => {
  const lines = 'aims:\n  - { icon: scroll }\n  - un\n  - deux\n';
  expect(
    frontTest(lines, (front) =>
      front
        .aims('aims')
        .slice(0, 1)
        .flatMap((aim) => front.removeAim('aims', aim)),
    ),
  ).toBe(lines.replace('  - un\n', ''));
  expect(frontTest('aims:\n  - { icon: scroll }\n', (front) => front.addAim('aims', 'un'))).toBe('aims:\n  - { icon: scroll }\n  - un\n');
});

test('what can’t be changed, and what would be the same, is no change', () => {
  const broken = frontOf('---\ntitle: [a\n---\n');
  expect([broken.set('pass', 60), broken.set('title', ''), frontOf('---\npass: 60\n---\n').set('pass', 60)]).toEqual([[], [], []]);
});
