import { expect, test } from 'vitest';
import { giftBlocks } from '../../../../build/exchange/read/gift/blocks.ts';
import { restore } from '../../../../build/exchange/read/gift/escapes.ts';

const read = (...lines: readonly string[]): readonly unknown[] =>
  giftBlocks(lines.join('\n')).map(({ text, line }) => [restore(text), line]);

test('empty lines part questions; each has the number of its first line', () => {
  expect(read('', 'Un {T}', '', ' \t', 'Deux', '{', '=a', '}', '')).toEqual([
    ['Un {T}', 2],
    ['Deux\n{\n=a\n}', 5],
  ]);
  expect(giftBlocks('Un {T}\r\n\r\nDeux {T}')).toHaveLength(2);
  expect(giftBlocks('')).toEqual([]);
});

test('a question has the category above it, with escapes read', () => {
  const blocks = giftBlocks('Un\n\n$CATEGORY: $course$/top/Pain/Sel\\: gros\n\nDeux\n\nTrois\n $CATEGORY:Four\nQuatre');
  expect(blocks.map(({ text, category }) => [text, category])).toEqual([
    ['Un', []],
    ['Deux', ['Pain', 'Sel: gros']],
    ['Trois', ['Pain', 'Sel: gros']],
    ['Quatre', ['Four']],
  ]);
});

test('identifier and tags stand in the comments of a question', () => {
  const [one, two] = giftBlocks('// [id: q\\[1\\] ] [tag:c1]\n//[tag: a \\: b ] [id:q2]\nUn {T}\n\n// rien\nDeux {T}');
  expect([one?.idNumber, one?.tags]).toEqual(['q[1]', ['c1', 'a : b']]);
  expect(two).toEqual({ text: 'Deux {T}', line: 6, category: [], tags: [] });
});

test('a comment inside a question is no text, and lines below keep their numbers', () => {
  expect(read('Un {', '// [tag:x]', '=a', '}', 'Deux {T}')).toEqual([
    ['Un {\n=a\n}', 1],
    ['Deux {T}', 5],
  ]);
  expect(giftBlocks('Un {\n// [tag:x]\n=a }').map(({ tags }) => tags)).toEqual([['x']]);
});

test('a comment may have spaces before it; an address in a line is none', () => {
  expect(read(' \t// [tag:x]', 'Voir https://a.fr {T}', '  // fin')).toEqual([['Voir https://a.fr {T}', 2]]);
  expect(giftBlocks(' // [tag:x]\nUn {T}')[0]?.tags).toEqual(['x']);
});

test('comments at the end, or before a category, belong to nothing', () => {
  expect(giftBlocks('// [id:a]\n$CATEGORY: Pain\nUn\n\n// fin').map(({ idNumber }) => idNumber)).toEqual(['a']);
});

test('an empty line inside answers doesn’t end them if they are closed below', () => {
  expect(read('Un {', '=a', '', '~b', '}', '', 'Deux {T}')).toEqual([
    ['Un {\n=a\n~b\n}', 1],
    ['Deux {T}', 7],
  ]);
  expect(read('Un {', '', '// x } ', '', '}')).toEqual([
    ['Un {', 1],
    ['}', 5],
  ]);
});

test('a brace that isn’t closed spoils its own question only', () => {
  expect(read('Un {', '=a', '', 'Deux {T}', '', 'Trois {T}')).toEqual([
    ['Un {\n=a', 1],
    ['Deux {T}', 4],
    ['Trois {T}', 6],
  ]);
  expect(read('Un {', '', '::b:: x }')).toEqual([
    ['Un {', 1],
    ['::b:: x }', 3],
  ]);
  expect(read('Un {', '', 'rien', '', '}')).toEqual([
    ['Un {', 1],
    ['rien', 3],
    ['}', 5],
  ]);
  expect(read('Un {', '', '~b } {')).toEqual([['Un {\n~b } {', 1]]);
});

test('questions without an empty line between them are split where a new one begins', () => {
  expect(read('Un {T}', 'Deux {T}', '::c:: Trois', '{F}', 'et la suite')).toEqual([
    ['Un {T}', 1],
    ['Deux {T}', 2],
    ['::c:: Trois\n{F}\net la suite', 3],
  ]);
  expect(read('Un {=a', '} ', 'Deux {T}')).toEqual([
    ['Un {=a\n} ', 1],
    ['Deux {T}', 3],
  ]);
  expect(read('Un {T}', 'suite', 'Deux {T}')).toEqual([
    ['Un {T}\nsuite', 1],
    ['Deux {T}', 3],
  ]);
  expect(read('Un {{', '=a }', '} suite', 'Deux {T}')).toEqual([['Un {{\n=a }\n} suite\nDeux {T}', 1]]);
  expect(read('Un {T} fin', 'Deux {T}')).toEqual([['Un {T} fin\nDeux {T}', 1]]);
  expect(read('Un {', '::a', '}', 'suite')).toEqual([['Un {\n::a\n}\nsuite', 1]]);
  expect(read('}', 'Un {T}', '::Deux::')).toEqual([
    ['}', 1],
    ['Un {T}', 2],
    ['::Deux::', 3],
  ]);
});

test('parts of one text have its comments', () => {
  expect(giftBlocks('// [tag:x]\nUn {T}\nDeux {T}').map(({ tags }) => tags)).toEqual([['x'], ['x']]);
  expect(giftBlocks('// [tag:x]\nUn {T}\n\nDeux {T}').map(({ tags }) => tags)).toEqual([['x'], []]);
});
