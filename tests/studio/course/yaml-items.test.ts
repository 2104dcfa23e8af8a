import { describe, expect, test } from 'vitest';
import { isSeq, type YAMLSeq } from 'yaml';
import { addItem, moveItem, removeItem, removeValue } from '../../../build/studio/course/yaml-edit.ts';
import { afterBreak, chunksOf } from '../../../build/studio/course/yaml-items.ts';
import { documentOf, nodeAt } from '../../../build/studio/course/yaml-text.ts';

function listIn(text: string): YAMLSeq {
  const document = documentOf(text);
  const list = document && nodeAt(document, ['a']);
  if (!isSeq(list)) throw new Error('no list');
  return list;
}

const LINES = `a:
  # un
  # et un
  - un # reste
  # deux
  - id: deux
    # dedans
    name: x

  - trois
b: 1
`;

test('an item has its own comments above it and the rest of its last line', () => {
  expect(chunksOf(LINES, listIn(LINES)).map(({ from, to }) => LINES.slice(from, to))).toEqual([
    '# un\n  # et un\n  - un # reste',
    '# deux\n  - id: deux\n    # dedans\n    name: x',
    '- trois',
  ]);
  const flow = 'a: [un, { b: 1 },\n  "deux"] # fin\n';
  expect(chunksOf(flow, listIn(flow)).map(({ from, to }) => flow.slice(from, to))).toEqual(['un', '{ b: 1 }', '"deux"']);
  const nested = 'a:\n# haut\n- un\n-\n- # vide\n';
  expect(chunksOf(nested, listIn(nested)).map(({ from, to }) => nested.slice(from, to))).toEqual(['- un', '-', '- # vide']);
});

test('an offset goes behind the break at it', () => {
  expect([afterBreak('a\nb', 1), afterBreak('a\r\nb', 1), afterBreak('ab', 1), afterBreak('a', 1)]).toEqual([2, 3, 1, 1]);
});

describe('removing', () => {
  test.each([
    [LINES, 0, LINES.replace('  # un\n  # et un\n  - un # reste\n', '')],
    [LINES, 1, LINES.replace('  # deux\n  - id: deux\n    # dedans\n    name: x\n', '')],
    [LINES, 2, LINES.replace('\n  - trois', '')],
    ['a:\n  - un\n  - deux', 1, 'a:\n  - un'],
    ['a:\n  - un\n  - deux', 0, 'a:\n  - deux'],
    ['a:\n  - un\nb: 1\n', 0, 'a: []\nb: 1\n'],
    ['a: # liste\n  # un\n  - un # reste\nb: 1\n', 0, 'a: [] # liste\nb: 1\n'],
    ['b: 1\na:\n  - un\n', 0, 'b: 1\na: []\n'],
    ['a:\n\n  - un\nb: 1\n', 0, 'a: []\n\nb: 1\n'],
    ['a: [un, deux, trois]\n', 0, 'a: [deux, trois]\n'],
    ['a: [un, deux, trois]\n', 1, 'a: [un, trois]\n'],
    ['a: [un, deux, trois]\n', 2, 'a: [un, deux]\n'],
    ['a: [ un ]\n', 0, 'a: []\n'],
    ['a: [\n  un,\n  deux,\n  trois\n]\n', 1, 'a: [\n  un,\n  \n  trois\n]\n'],
    ['a: [\n  un,\n  deux\n]\n', 1, 'a: [\n  un,\n  \n]\n'],
    ['a: [un,\n  deux]\n', 0, 'a: [\n  deux]\n'],
    ['a: [\n  un ,\n  deux\n]\n', 0, 'a: [\n  \n  deux\n]\n'],
  ])('%j without item %i', (text, index, expected) => {
    expect(removeItem(text, ['a'], index)).toBe(expected);
  });

  test('an item of a list in a list is removed with its hyphen only', () => {
    expect(removeItem('a:\n  - - un\n    - deux\n', ['a', 0], 0)).toBe('a:\n  - - deux\n');
    expect(removeItem('a:\n  - - un\n', ['a', 0], 0)).toBe('a:\n  - []\n');
  });

  test('what is no list, or has no such item, is not changed', () => {
    expect([removeItem('a: x\n', ['a'], 0), removeItem('b: x\n', ['a'], 0)]).toEqual([null, null]);
    expect(removeItem('a:\n  - un\n', ['a'], 3)).toBe('a:\n  - un\n');
  });

  test('a key in braces goes with its comma', () => {
    expect(removeValue('a: { b: 1, c: 2 }\n', ['a', 'b'])).toBe('a: { c: 2 }\n');
    expect(removeValue('a: { b: 1, c: 2 }\n', ['a', 'c'])).toBe('a: { b: 1 }\n');
    expect(removeValue('a:\n  - b: 1\n    c: 2\n', ['a', 0, 'b'])).toBe('a:\n  - c: 2\n');
  });
});

describe('adding', () => {
  test.each([
    [LINES, undefined, LINES.replace('- trois\n', '- trois\n  - neuf\n')],
    [LINES, 1, LINES.replace('  # deux', '  - neuf\n  # deux')],
    [LINES, 0, LINES.replace('  # un', '  - neuf\n  # un')],
    ['a:\n- un', undefined, 'a:\n- un\n- neuf'],
    ['a: [un]\n', undefined, 'a: [un, neuf]\n'],
    ['a: [un, deux]\n', 1, 'a: [un, neuf, deux]\n'],
    ['a: []\n', undefined, 'a: [neuf]\n'],
    ['a: [] # liste\n', undefined, 'a: [neuf] # liste\n'],
    ['b: 1\n', undefined, 'b: 1\na: [neuf]\n'],
    ['a:\nb: 1\n', undefined, 'a: [neuf]\nb: 1\n'],
  ])('%j gets an item at %j', (text, index, expected) => {
    expect(addItem(text, ['a'], 'neuf', index)).toBe(expected);
  });

  test.each([
    ['a: []\nb: 1\n', 'a:\n  - { id: neuf }\nb: 1\n'],
    ['a: []\r\nb: 1\r\n', 'a:\r\n  - { id: neuf }\r\nb: 1\r\n'],
    ['a: [] # liste\n', 'a: [{ id: neuf }] # liste\n'],
    ['a: [{ id: un }]\n', 'a: [{ id: un }, { id: neuf }]\n'],
    ['b: 1\n', 'b: 1\na:\n  - { id: neuf }\n'],
    ['a:\r\n  - un\r\n', 'a:\r\n  - un\r\n  - { id: neuf }\r\n'],
  ])('%j gets a map', (text, expected) => {
    expect(addItem(text, ['a'], { id: 'neuf' })).toBe(expected);
  });

  test('a list inside a key gets lines of its indent', () => {
    expect(addItem('c:\n  a: []\n', ['c', 'a'], { id: 'n' })).toBe('c:\n  a:\n    - { id: n }\n');
    expect(addItem('c: {\n  a: []\n}\n', ['c', 'a'], { id: 'n' })).toBe('c: {\n  a: [{ id: n }]\n}\n');
    expect(addItem('c: { a: [] }\n', ['c', 'a'], { id: 'n' })).toBe('c: { a: [{ id: n }] }\n');
  });
});

describe('moving', () => {
  test.each([
    [LINES, 0, 1, ['deux', 'un', 'trois']],
    [LINES, 2, 0, ['trois', 'un', 'deux']],
    [LINES, 1, 1, ['un', 'deux', 'trois']],
  ])('items change places (%#)', (text, from, to, expected) => {
    const after = moveItem(text, ['a'], from, to) ?? '';
    expect([...after.matchAll(/- (?:id: )?(\w+)/g)].map(([, word]) => word)).toEqual(expected);
    expect(after.split('\n').sort()).toEqual(text.split('\n').sort());
  });

  test('in brackets too; what is no list is not changed', () => {
    expect(moveItem('a: [un, deux, trois]\n', ['a'], 0, 2)).toBe('a: [deux, trois, un]\n');
    expect(moveItem('a: x\n', ['a'], 0, 1)).toBeNull();
  });
});
