import { expect, test } from 'vitest';
import { itemRules } from '../../../build/verify/rules/items.ts';
import { factsOf, found, gradesOf, sourcesOf } from './facts.ts';

const RESOURCES = '<resources><resource identifier="r"/></resources>';
const item = (attributes: string, inside = '<title>Un</title>'): string => `<item identifier="i" ${attributes}>${inside}</item>`;
const one = (items: string, title = '<title>Cours</title>'): string =>
  `<organizations default="o"><organization identifier="o">${title}${items}</organization></organizations>${RESOURCES}`;
const good = item('identifierref="r"');
const check = (inside: string): unknown[] => found(itemRules, factsOf(inside));

test('an organization with an item that has a title and a resource is fine', () => {
  expect(check(one(good))).toEqual([]);
});

test.each<[string, string, ...(readonly unknown[])[]]>([
  ['no organization', `<organizations default="o"/>${RESOURCES}`, ['organization-none', 1]],
  ['no default', one(good).replace('default="o"', ''), ['default-absent', 1]],
  ['an unknown default', one(good).replace('default="o"', 'default="p"'), ['default-unknown', { id: 'p' }]],
  ['no item', one(''), ['item-none', 1]],
  ['an item without an id', one(good.replace('identifier="i"', '')), ['item-id', { title: 'Un', ref: 'r' }, 1]],
  [
    'an item with an empty id',
    one(good.replace('identifier="i"', 'identifier=""')),
    ['item-id', { title: 'Un', ref: 'r' }, 1],
    ['id-form', { n: 1, first: '' }, 1],
  ],
  ['an unknown resource', one(item('identifierref="s"')), ['item-resource', { title: 'Un', ref: 's' }, 1]],
  ['nothing below', one(item('')), ['item-leaf', { title: 'Un', ref: '' }, 1]],
  [
    'both',
    one(item('identifierref="r"', `<title>Un</title>${good.replace('"i"', '"j"')}`)),
    ['item-cluster', { title: 'Un', ref: 'r' }, 1],
  ],
  ['a digit at the start of an id', one(good.replace('"i"', '"1i"')), ['id-form', { n: 1, first: '1i' }, 1]],
  ['an accent in an id', one(good.replace('"i"', '"é1"')), ['id-letters', { n: 1, first: 'é1' }, 1]],
  ['an id twice', one(good + good), ['id-twice', { id: 'i', first: 1 }, 1]],
])('%s', (_, inside, ...expected) => {
  expect(check(inside)).toEqual(expected);
});

test('without an organization no default is missed, and an id that comes again is that of the first', () => {
  expect(check(`<organizations/>${RESOURCES}`)).toEqual([['organization-none', 1]]);
  expect(check(one(`${good}\n${good}\n${good}`))).toEqual([
    ['id-twice', { id: 'i', first: 1 }, 2],
    ['id-twice', { id: 'i', first: 1 }, 3],
  ]);
});

test('several organizations are reported at the second', () => {
  const inside = one(good).replace(
    '</organizations>',
    `\n<organization identifier="p"><title>B</title>${good.replace('"i"', '"j"')}</organization></organizations>`,
  );
  expect(check(inside)).toEqual([['organization-several', { n: 2 }, 2]]);
});

test('an item inside another one is checked too', () => {
  expect(check(one(item('', `<title>Un</title>\n${item('').replace('"i"', '"j"')}`)))).toEqual([
    ['item-leaf', { title: 'Un', ref: '' }, 2],
  ]);
});

test('an item without a title is named by its id', () => {
  expect(check(one(item('', '<title> </title>')))).toContainEqual(['item-leaf', { title: 'i', ref: '' }, 1]);
});

test.each<[number, readonly string[]]>([
  [0, ['title-absent']],
  [200, []],
  [201, ['title-long']],
  [255, ['title-long']],
  [256, ['title-moodle']],
])('a title of %d characters: %j', (length, rules) => {
  const inside = one(item('identifierref="r"', `<title>  ${'é'.repeat(length)} </title>`));
  expect(check(inside).map((hit) => (hit as [string])[0])).toEqual(rules);
  expect(check(one(good, `<title>${'😀'.repeat(length)}</title>`)).map((hit) => (hit as [string])[0])).toEqual(rules);
});

test('a long title is reported with its start, its length and its line', () => {
  const inside = one(item('identifierref="r"', `\n<title>${'a'.repeat(256)}</title>`));
  expect(check(inside)).toEqual([['title-moodle', { title: 'a'.repeat(60), n: 256 }, 2]]);
});

test.each([
  ['&#233;t&#233;', true],
  ['<![CDATA[été]]>', true],
  ['un\ndeux', true],
  ['A &amp; B', false],
  ['\n  Un\n', false],
])('a title written “%s”: %s', (title, isFound) => {
  expect(check(one(item('identifierref="r"', `<title>${title}</title>`))).map((hit) => (hit as [string])[0])).toEqual(
    isFound ? ['title-written'] : [],
  );
});

test('an odd title is reported with its start and its line', () => {
  const title = `&#233;${'t'.repeat(70)}`;
  expect(check(one(item('identifierref="r"', `\n<title> ${title} </title>`)))).toEqual([
    ['title-written', { title: `é${'t'.repeat(59)}` }, 2],
  ]);
});

test('ids of sequencing count, others of that name don’t', () => {
  const sequenced = (space: string): string => one(good).replace(good, `${good}<x:sequencing xmlns:x="${space}" ID="i"/>`);
  expect(check(sequenced('http://www.imsglobal.org/xsd/imsss'))).toEqual([['id-twice', { id: 'i', first: 1 }, 1]]);
  expect(check(sequenced('http://example.org/imsss/x'))).toEqual([]);
});

test('each mistake is reported where it is, in their order', () => {
  const items = `\n${item('')}\n${item('identifierref="s"')}\n${item('').replace('"i"', '"1j"')}`;
  const second = `\n<organization identifier="2p"><title> </title></organization></organizations>`;
  expect(check(one(items).replace('default="o"', 'default="x"').replace('</organizations>', second))).toEqual([
    ['organization-several', { n: 2 }, 5],
    ['default-unknown', { id: 'x' }],
    ['item-none', 5],
    ['title-absent', { title: '', n: 0 }, 5],
    ['item-resource', { title: 'Un', ref: 's' }, 3],
    ['item-leaf', { title: 'Un', ref: '' }, 2],
    ['item-leaf', { title: 'Un', ref: '' }, 4],
    ['id-form', { n: 2, first: '1j' }, 4],
    ['id-twice', { id: 'i', first: 2 }, 3],
  ]);
});

test.each([
  ['é', ['id-letters']],
  ['_a', []],
  ['a.b-c_1', []],
  ['a b', ['id-form']],
  [' a', ['id-form']],
  ['é b', ['id-form']],
  ['a:b', ['id-form']],
  ['.a', ['id-form']],
  ['-a', ['id-form']],
  ['e\u0301', ['id-letters']],
])('an id “%s”: %j', (id, rules) => {
  expect(check(one(good.replace('"i"', `"${id}"`))).map((hit) => (hit as [string])[0])).toEqual(rules);
});

test('what prevents a package from being used is an error, the rest a warning or a note', () => {
  expect(gradesOf(itemRules)).toEqual({
    error: [
      'organization-none',
      'default-unknown',
      'item-none',
      'title-absent',
      'title-moodle',
      'item-id',
      'item-resource',
      'item-leaf',
      'id-form',
      'id-twice',
    ],
    warning: ['organization-several', 'default-absent', 'title-long', 'title-written', 'item-cluster', 'id-letters'],
    note: [],
  });
});

test('each rule names its sources', () => {
  expect(sourcesOf(itemRules)).toEqual({
    'scorm.md 31':
      'organization-none organization-several default-absent default-unknown item-none title-absent item-resource item-leaf item-cluster',
    'moodle.md 26': 'title-moodle title-written',
    'scorm.md 36': 'title-long',
    'moodle.md 25': 'item-id',
    'scorm.md 32': 'id-form id-letters',
    'scorm.md 32, moodle.md 27': 'id-twice',
  });
});
