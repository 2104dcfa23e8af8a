import { expect, it } from 'vitest';
import { markVariables, VARIABLE_IN_TEXT } from '../../../../build/model/markers.ts';
import { readAttributes } from '../../../../build/stages/read/text/attributes.ts';

function read(text: string) {
  const found: string[] = [];
  const attributes = readAttributes(text, { file: 'rames.md', line: 1, column: 10 }, (code, at) => void found.push(`${code} ${at.column}`));
  return {
    found,
    id: attributes.id,
    isTorn: attributes.isTorn ?? false,
    entries: attributes.entries.map(({ key, value }) => [key, value]),
  };
}

it('reads an id, keys, words and texts in any quotation marks', () => {
  expect(read("#quai fill points=2 title=\"Le quai\" lead=« Un quai » end=“Fin” own='l'arrêt'")).toEqual({
    found: [],
    id: 'quai',
    isTorn: false,
    entries: [
      ['fill', true],
      ['points', '2'],
      ['title', 'Le quai'],
      ['lead', 'Un quai'],
      ['end', 'Fin'],
      ['own', "l'arrêt"],
    ],
  });
});

it('reads a quotation mark behind a backslash as text', () => {
  expect(read('title="Le \\"quai\\""').entries).toEqual([['title', 'Le "quai"']]);
});

it('reads the steps of a story', () => {
  expect(read('calme+1 appels-2').entries).toEqual([
    ['calme+1', true],
    ['appels-2', true],
  ]);
});

it.each([
  ['an id twice', '#quai #voie', ['attribute-twice 16']],
  ['a key twice', 'points=2 points=3', ['attribute-twice 19']],
  ['an id in capitals', '#Quai', ['invalid-id 10']],
  ['a letter that only looks like one, in an id that is invalid all the same', '#Qu\u0430i', ['invalid-id 10']],
  ['nothing else behind what can’t be read', '?? points=1 points=2', ['unreadable-attribute 10']],
  ['a letter that only looks like one of an id', '#qu\u0430i', ['lookalike-in-id 13']],
  ['a quotation that isn’t closed', 'title="Le quai', ['unclosed-quote 16']],
  ['a key without its value', 'points= fill', ['missing-value 17']],
  ['a space around the sign', 'points = 2', ['space-in-attribute 10']],
  ['a space in a step', 'calme + 1', ['space-in-attribute 10']],
  ['a space only behind the sign', 'calme+ 1', ['space-in-attribute 10']],
  ['a sign without a value behind a space', 'points = ', ['unreadable-attribute 17']],
  ['two signs', 'points == 2', ['unreadable-attribute 17']],
  ['a number behind a step', 'calme+1 -2', ['unreadable-attribute 18']],
  ['a quotation mark right behind a key', 'fill"x"', ['unreadable-attribute 10']],
  ['an id that begins with a digit', '#2a', ['invalid-id 10']],
  ['two ids without a space', '#a#b', ['attribute-twice 12']],
  ['an id without letters', '#', ['invalid-id 10']],
  ['a sentence, once', '!! et ?? de plus et de moins', ['unreadable-attribute 10']],
])('reports %s', (_, text, found) => expect(read(text).found).toEqual(found));

it('reads steps of several digits, accents as characters of their own, and signs in other quotations', () => {
  expect(read('calme+12 e\u0301te\u0301=1 a=’d’ b=«x \\» y»')).toMatchObject({
    found: [],
    entries: [
      ['calme+12', true],
      ['e\u0301te\u0301', '1'],
      ['a', 'd'],
      ['b', 'x » y'],
    ],
  });
  expect([read('#').id, read('fill').id]).toEqual(['', undefined]);
});

it('reads what was meant in spite of a space or a letter', () => {
  expect(read('points = 2 calme + 1').entries).toEqual([
    ['points', '2'],
    ['calme+1', true],
  ]);
  expect(read('#qu\u0430i').id).toBe('quai');
});

it('marks braces whose rest can’t be read', () => {
  expect([read('title="Le quai').isTorn, read('??').isTorn, read('#Quai').isTorn]).toEqual([true, true, false]);
});

it.each([
  ['points = 2 fill', { text: 'points = 2', fit: 'points=2' }],
  ['fill title = "Le quai" x', { text: 'title = "Le quai"', fit: 'title="Le quai"' }],
  ['calme + 1 fill', { text: 'calme + 1', fit: 'calme+1' }],
  ['fill points=1 points=2', { key: 'points' }],
  ['#a #b', { key: '#' }],
  ['!! une longue phrase de trente lettres', { text: '!! une longue phrase de trente' }],
  ['#Quai', { id: 'Quai' }],
  ['#qu\u0430i', { id: 'qu\u0430i', sign: '\u0430', like: 'a', code: 'U+0430', fit: 'quai' }],
])('quotes the part of “%s” that is reported', (text, values) => {
  const reported: unknown[] = [];
  readAttributes(text, { file: 'rames.md', line: 1, column: 10 }, (_code, _at, given) => void reported.push(given));
  expect(reported).toEqual([values]);
});

it('reads ids of 150 characters, and what only begins like a step', () => {
  expect([read(`#${'a'.repeat(150)}`).found, read(`#${'a'.repeat(151)}`).found]).toEqual([[], ['invalid-id 10']]);
  expect(read('h2o x-2').entries.map(([key]) => key)).toEqual(['h2o', 'x-2']);
  expect(read('end=«\u00a0Fin » a=”b” c=‘d’e’').entries).toEqual([
    ['end', 'Fin'],
    ['a', 'b'],
    ['c', 'd’e'],
  ]);
});

it('reads on after a value that is missing, but not in a quotation that isn’t closed', () => {
  const missing = read('points= fill');
  expect([missing.isTorn, missing.entries, missing.found.length]).toEqual([true, [['fill', true]], 1]);
  const open = read('title="Le quai fill');
  expect([open.isTorn, open.entries, open.found.length]).toEqual([true, [], 1]);
  expect(read('points=').isTorn).toBe(true);
});

it('reads empty texts, and a quotation mark behind a word as something else', () => {
  expect(read('a=\'\' b="" c=« »').entries).toEqual([
    ['a', ''],
    ['b', ''],
    ['c', ''],
  ]);
  expect(read('a=b"c"')).toMatchObject({ found: ['unreadable-attribute 13'], isTorn: true, entries: [['a', 'b']] });
});

it('keeps each value as it is written, but for a variable, and has its place', () => {
  const { entries, id } = readAttributes(
    '#a #b a=" x " b="c\\d" é=« {{chef}} »',
    { file: 'rames.md', line: 3, column: 10 },
    () => undefined,
  );
  expect(id).toBe('b');
  expect(entries.map(({ key, value }) => [key, value])).toEqual([
    ['a', ' x '],
    ['b', 'c\\d'],
    ['é', markVariables('{{chef}}', VARIABLE_IN_TEXT)],
  ]);
  expect(entries.map(({ at }) => at)).toEqual([16, 24, 32].map((column) => ({ file: 'rames.md', line: 3, column })));
});
