import { expect, test } from 'vitest';
import { cleanLines } from '../../../../build/exchange/read/markdown/clean.ts';
import { Reading } from '../../../../build/exchange/read/reading.ts';

function clean(...lines: readonly string[]): { readonly lines: readonly unknown[]; readonly remarks: readonly unknown[] } {
  const reading = new Reading('fr', 'assets/x');
  const found = cleanLines(lines.join('\n'), reading);
  return {
    lines: found.map(({ text, line, isCode }) => (isCode ? [line, text, 'code'] : [line, text])),
    remarks: reading.remarks.map(({ level, key, line, values }) => [level, key, line, ...Object.values(values)]),
  };
}

const texts = (...lines: readonly string[]): readonly unknown[] => clean(...lines).lines.map((line) => (line as unknown[])[1]);

test('lines end in any way, and have their numbers', () => {
  const reading = new Reading('fr', 'assets/x');
  expect(cleanLines('un\r\ndeux\rtrois\n', reading).map(({ text, line }) => [line, text])).toEqual([
    [1, 'un'],
    [2, 'deux'],
    [3, 'trois'],
    [4, ''],
  ]);
  expect(reading.remarks).toEqual([]);
});

test.each([
  ['YAML', ['---', 'title: a', '---', 'un'], 4],
  ['YAML that dots end', ['', '---', 'a', '... ', 'un'], 5],
  ['YAML with dashes in a line', [' ', '---', 'a: b ---', '---c', '...d', '---', 'un'], 7],
  ['a comment', ['<!--', 'author: a', '-->', 'un'], 4],
  ['a comment on a line', [' <!-- a -->', 'un'], 2],
])('the head is left out: %s', (_, lines, line) => {
  expect(clean(...lines)).toEqual({ lines: [[line, 'un']], remarks: [['note', 'md.head', 0]] });
});

test.each([
  ['YAML that never ends', ['---', 'un']],
  ['a comment that never ends', ['<!-- a', 'un']],
  ['a rule further down', ['un', '---', 'deux', '---']],
  ['dashes that go on', ['----', 'a', '---']],
])('no head: %s', (_, lines) => {
  expect(clean(...lines)).toEqual({ lines: lines.map((text, at) => [at + 1, text]), remarks: [] });
});

test.each([
  ['--{{1}}-- Dites', ' Dites'],
  ['--{{0 Voice}}--', ''],
  ['{{1}} un', ' un'],
  ['{{1-3}}un', 'un'],
  ['{{2 @x}}un', 'un'],
  ['{1}{un} et {2-3}{deux}', 'un et deux'],
])('animations go, their text stays: “%s”', (text, kept) => {
  expect(clean(text, text)).toMatchObject({
    lines: [
      [1, kept],
      [2, kept],
    ],
    remarks: [['note', 'md.animation', 0]],
  });
});

test('a variable is no animation', () => {
  expect(clean('{{nom}} {x}{y}')).toEqual({ lines: [[1, '{{nom}} {x}{y}']], remarks: [] });
});

test.each([
  ['!?[film](a.mp4)', '[film](a.mp4)'],
  ['?[son](a.mp3) ici', '[son](a.mp3) ici'],
  ['??[page](a) et !?[b](c)', '[page](a) et [b](c)'],
])('media become links, which is reported: “%s”', (text, kept) => {
  expect(clean('un', ` ${text}`)).toEqual({
    lines: [
      [1, 'un'],
      [2, ` ${kept}`],
    ],
    remarks: [['lost', 'text.media', 2, text.slice(0, 80)]],
  });
});

test('each line with media is reported, with its first 80 characters', () => {
  const line = `?[a](b) ${'x'.repeat(99)}`;
  expect(clean(line, '?[c](d)', '?[e](f)').remarks).toEqual([
    ['lost', 'text.media', 1, line.slice(0, 80)],
    ['lost', 'text.media', 2, '?[c](d)'],
    ['lost', 'text.media', 3, '?[e](f)'],
  ]);
});

test('a question mark before brackets is none', () => {
  expect(clean('Quoi ?[x] ?')).toEqual({ lines: [[1, 'Quoi ?[x] ?']], remarks: [] });
});

test.each([
  ['@mot', '@mot'],
  ['le @_a.b(c d) ici', '@_a.b(c d)'],
  ['@1 @x', '@x'],
  ['@un et @deux', '@un'],
])('macros stay, and are reported: “%s”', (text, macro) => {
  expect(clean(text)).toEqual({ lines: [[1, text]], remarks: [['note', 'md.macro', 1, macro]] });
});

test('a macro in an animation goes with it', () => {
  expect(clean('{{2 @x}}un @y').remarks).toEqual([
    ['note', 'md.animation', 0],
    ['note', 'md.macro', 1, '@y'],
  ]);
});

test.each(['a@b.fr', 'a@b.fr et c@d.fr', 'le @ ici', 'a @1'])('“%s” has no macro', (text) => {
  expect(clean(text).remarks).toEqual([]);
});

test('an address beside a macro hides nothing', () => {
  expect(clean('@mot a@b.fr').remarks).toEqual([['note', 'md.macro', 1, '@mot']]);
});

test('code stays as it is', () => {
  expect(clean('{{1}}a', '```js', '{{1}}b', '@x', '```', '{{1}}c').lines).toEqual([
    [1, 'a'],
    [2, '```js', 'code'],
    [3, '{{1}}b', 'code'],
    [4, '@x', 'code'],
    [5, '```', 'code'],
    [6, 'c'],
  ]);
  expect(clean('```', '@x', '```').remarks).toEqual([]);
});

test('a fence ends with the same sign, at least as often; it has three signs, and three spaces before it at most', () => {
  const codes = (...lines: readonly string[]): readonly boolean[] => clean(...lines).lines.map((line) => (line as unknown[]).length === 3);
  expect(codes('````', 'a', '```', 'b', '`````', 'c')).toEqual([true, true, true, true, true, false]);
  expect(codes('~~~', '```', 'a', '~~~', 'b')).toEqual([true, true, true, true, false]);
  expect(codes('   ```', 'a', '   ```', 'b')).toEqual([true, true, true, false]);
  expect(codes('    ```', 'a')).toEqual([false, false]);
  expect(codes('``', 'a', '~~', 'b')).toEqual([false, false, false, false]);
  expect(codes('a ```', 'b')).toEqual([false, false]);
  expect(texts('```', '```', '{{1}}a')).toEqual(['```', '```', 'a']);
});
