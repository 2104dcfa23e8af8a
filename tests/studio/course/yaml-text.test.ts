import { describe, expect, test } from 'vitest';
import { isMap, isSeq } from 'yaml';
import {
  colonOf,
  documentOf,
  endOf,
  hyphenOf,
  isInFlow,
  lineBreakOf,
  lineEnd,
  lineStart,
  nodeAt,
  pairOf,
  pairText,
  startOf,
  textOf,
  yamlValue,
} from '../../../build/studio/course/yaml-text.ts';

const TEXT = 'title: Séance 1 : Le four # un\npeople:\n  - { id: ada, tags: [x, y] }\n  - id: lou\n    name: |\n      Lou\n\nempty:\n';
type Parsed = NonNullable<ReturnType<typeof documentOf>>;

function parsed(text: string): Parsed {
  const document = documentOf(text);
  if (!document) throw new Error('not read');
  return document;
}

describe('reading', () => {
  test('a text is read as the build reads it', () => {
    expect(yamlValue(TEXT)).toEqual({
      title: 'Séance 1 : Le four',
      people: [
        { id: 'ada', tags: ['x', 'y'] },
        { id: 'lou', name: 'Lou\n' },
      ],
      empty: null,
    });
    expect([yamlValue(''), yamlValue('# a'), yamlValue('a: [b')]).toEqual([{}, {}, undefined]);
    expect(documentOf('a: [b')).toBeNull();
  });

  test('nodes are found by their path', () => {
    const document = parsed(TEXT);
    const written = (path: readonly (string | number)[]): string => {
      const node = nodeAt(document, path);
      return TEXT.slice(startOf(node), endOf(TEXT, node));
    };
    expect([written(['people', 0, 'tags', 1]), written(['people', 1, 'name']), written(['title'])]).toEqual([
      'y',
      '|\n      Lou',
      'Séance 1 : Le four',
    ]);
    expect(written(['people', 0, 'tags'])).toBe('[x, y]');
    expect(written(['people'])).toBe(TEXT.slice(TEXT.indexOf('- {'), TEXT.indexOf('\n\nempty')));
    expect([nodeAt(document, ['none', 'x']), nodeAt(document, ['people', 7]), nodeAt(document, ['title', 'x'])]).toEqual([
      undefined,
      undefined,
      undefined,
    ]);
  });

  test('a pair goes from its key to the end of its value', () => {
    const document = parsed(TEXT);
    const map = document.contents;
    if (!isMap(map)) throw new Error('no map');
    const pairs = map.items.map((pair) => TEXT.slice(startOf(pair), endOf(TEXT, pair)));
    expect(pairs[0]).toBe('title: Séance 1 : Le four');
    expect(pairs[2]).toMatch(/^empty:?$/);
    expect(map.items.map((pair) => colonOf(pair))).toEqual([6, TEXT.indexOf('people:') + 7, TEXT.length - 1]);
    expect([pairOf(map, 'people') === map.items[1], pairOf(map, 'none')]).toEqual([true, undefined]);
    const numbers = parsed('1: a').contents;
    expect(isMap(numbers) && pairOf(numbers, '1') !== undefined).toBe(true);
    const alone = parsed('{ a, b: c }').contents;
    expect(isMap(alone) && alone.items.map((pair) => colonOf(pair))).toEqual([undefined, 7]);
    expect(isMap(alone) && alone.items.map((pair) => '{ a, b: c }'.slice(startOf(pair), endOf('{ a, b: c }', pair)))).toEqual([
      'a',
      'b: c',
    ]);
    const hex = parsed('0x1: a').contents;
    expect([isMap(numbers) && pairOf(numbers, 1) !== undefined, isMap(hex) && pairOf(hex, '1') !== undefined]).toEqual([true, true]);
  });

  test.each(['\n', '\r\n'])('what is written ends before its last line breaks (%j)', (lineBreak) => {
    const text = ['a: |+', '  x', '', '', 'b: 1', ''].join(lineBreak);
    const node = nodeAt(parsed(text), ['a']);
    expect(text.slice(startOf(node), endOf(text, node))).toBe(`|+${lineBreak}  x`);
  });

  test('hyphens of a list in lines are found', () => {
    const list = nodeAt(parsed(TEXT), ['people']);
    if (!isSeq(list)) throw new Error('no list');
    expect([0, 1, 2].map((index) => hyphenOf(list, index))).toEqual([TEXT.indexOf('- {'), TEXT.indexOf('- id'), undefined]);
  });

  test('what is in braces or brackets is found', () => {
    const document = parsed(TEXT);
    expect(
      [['people', 0, 'id'], ['people', 1, 'id'], ['people', 0], ['title'], ['people', 0, 'tags', 0]].map((path) =>
        isInFlow(document, path),
      ),
    ).toEqual([true, false, false, false, true]);
  });
});

describe('lines', () => {
  test('starts, ends and breaks', () => {
    const text = 'ab\r\ncd\nef';
    expect([0, 2, 4, 5, 8].map((at) => lineEnd(text, at))).toEqual([2, 2, 6, 6, 9]);
    expect([0, 2, 4, 6, 7, 9].map((at) => lineStart(text, at))).toEqual([0, 0, 4, 4, 7, 7]);
    expect([lineBreakOf(text), lineBreakOf('a\nb'), lineBreakOf('')]).toEqual(['\r\n', '\n', '\n']);
  });
});

describe('writing', () => {
  test.each([
    ['four', false, 'four'],
    ['12', false, '"12"'],
    [12, false, '12'],
    [true, false, 'true'],
    ['true', false, '"true"'],
    ['', false, '""'],
    ['a, b', false, 'a, b'],
    ['a, b', true, '"a, b"'],
    ['[a]', false, '"[a]"'],
    ['a]', true, '"a]"'],
    ['a[', true, '"a["'],
    ['a{', true, '"a{"'],
    ['a}', true, '"a}"'],
    ['a}', false, 'a}'],
    ['a: b', true, '"a: b"'],
    ['un\ndeux', false, '"un\\ndeux"'],
    [['a', 'b, c'], false, '[a, "b, c"]'],
    [[], false, '[]'],
    [{ id: 'a', title: 'b, c' }, false, '{ id: a, title: "b, c" }'],
    [{}, false, '{}'],
    [null, false, 'null'],
    ['a '.repeat(60).trim(), false, 'a '.repeat(60).trim()],
  ])('%j (in braces: %j) is %s', (value, isFlow, expected) => {
    expect(textOf(value, isFlow)).toBe(expected);
  });

  test.each([
    ['a: "x"', 'y', '"y"'],
    ["a: 'x'", 'y', "'y'"],
    ['a: x', 'y', 'y'],
    ['a: |\n  x', 'y', 'y'],
    ['a: "x"', 12, '12'],
    ["a: 'x'", "l'an", "'l''an'"],
  ])('the quotes of %j are kept', (old, value, expected) => {
    expect(textOf(value, false, nodeAt(parsed(old), ['a']))).toBe(expected);
  });

  test('the quotes of a value in braces are kept, too', () => {
    expect(textOf('a, b', true, nodeAt(parsed("a: 'x'"), ['a']))).toBe("'a, b'");
    expect(pairText('a', [{ b: 1 }, 'c'], '', '\n')).toBe('a:\n  - { b: 1 }\n  - c');
  });

  test('a key with its value: lists of maps have a line for each, others only if asked for', () => {
    expect(pairText('a', ['b', 'c'], '', '\n')).toBe('a: [b, c]');
    expect(pairText('a', ['b', 'c'], '', '\n', true)).toBe('a:\n  - b\n  - c');
    expect(pairText('a', ['b, c', '[d]'], '', '\n', true)).toBe('a:\n  - b, c\n  - "[d]"');
    expect(pairText('a', [{ b: 1 }, { c: 2 }], '  ', '\r\n')).toBe('a:\r\n    - { b: 1 }\r\n    - { c: 2 }');
    expect(pairText('a b', 'x', '', '\n')).toBe('a b: x');
    expect(pairText('1', { b: 'x, y' }, '', '\n')).toBe('"1": { b: "x, y" }');
    expect(pairText('a', 'b', '', '\n', true)).toBe('a: b');
  });
});
