import { expect, it } from 'vitest';
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
  ['a letter that only looks like one of an id', '#qu\u0430i', ['lookalike-in-id 13']],
  ['a quotation that isn’t closed', 'title="Le quai', ['unclosed-quote 16']],
  ['a key without its value', 'points= fill', ['missing-value 17']],
  ['a space around the sign', 'points = 2', ['space-in-attribute 10']],
  ['a space in a step', 'calme + 1', ['space-in-attribute 10']],
  ['a sentence, once', '!! et ??', ['unreadable-attribute 10']],
])('reports %s', (_, text, found) => expect(read(text).found).toEqual(found));

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

it('reads on after a value that is missing, but not in a quotation that isn’t closed', () => {
  const missing = read('points= fill');
  expect([missing.isTorn, missing.entries, missing.found.length]).toEqual([true, [['fill', true]], 1]);
  const open = read('title="Le quai fill');
  expect([open.isTorn, open.entries, open.found.length]).toEqual([true, [], 1]);
  expect(read('points=').isTorn).toBe(true);
});
