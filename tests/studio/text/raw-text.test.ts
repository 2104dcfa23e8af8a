import fc from 'fast-check';
import { expect, test } from 'vitest';
import { commonBreak, difference, lineAt, rawOffsets, replaceIn, shownText } from '../../../build/studio/text/raw-text.ts';

test.each([
  ['one\r\ntwo\r\n', [{ from: 4, to: 7, insert: 'deux\ntrois' }], 'one\r\ndeux\r\ntrois\r\n'],
  ['a\r\nb', [{ from: 2, to: 3, insert: 'x\ny\r\nz\rw' }], 'a\r\nx\r\ny\r\nz\r\nw'],
  ['one\ntwo', [{ from: 3, to: 4, insert: ' ' }], 'one two'],
  ['a\r\nb\nc\r\n', [{ from: 2, to: 3, insert: 'B' }], 'a\r\nB\nc\r\n'],
  ['\ufeffa\rb', [{ from: 1, to: 2, insert: 'A' }], '\ufeffA\rb'],
  ['a\r\nb', [{ from: 1, to: 2, insert: '' }], 'ab'],
  [
    'a\r\nb\r\nc\r\n',
    [
      { from: 0, to: 1, insert: 'A' },
      { from: 4, to: 5, insert: 'C\nD' },
    ],
    'A\r\nb\r\nC\r\nD\r\n',
  ],
])('%j is changed only where it was', (raw, changes, expected) => {
  expect(replaceIn(raw, changes)).toBe(expected);
});

// Without a lone CR: typed beside an LF, it would become part of one break.
const raw = fc.array(fc.constantFrom('a', 'é', ' ', '\n', '\r\n', '\t', '🙂'), { maxLength: 40 }).map((parts) => parts.join(''));

test('no change keeps every byte, and a change shows what an editor shows', () => {
  fc.assert(
    fc.property(raw, fc.nat(), fc.nat(), fc.constantFrom('', 'x', 'x\ny'), (text, one, other, insert) => {
      expect(replaceIn(text, [])).toBe(text);
      const shown = shownText(text);
      const [from = 0, to = 0] = [one % (shown.length + 1), other % (shown.length + 1)].sort((a, b) => a - b);
      const changed = replaceIn(text, [{ from, to, insert }]);
      expect(shownText(changed)).toBe(shown.slice(0, from) + insert + shown.slice(to));
    }),
  );
});

test.each([
  ['', '\n'],
  ['a', '\n'],
  ['a\r\nb', '\r\n'],
  ['a\rb\rc\nd', '\r'],
  ['a\nb\r\nc\r\nd', '\r\n'],
  ['a\r\nb\nc\nd', '\n'],
  ['a\r\nb\nc', '\r\n'],
  ['a\nb\r\nc', '\n'],
  ['\n', '\n'],
  ['\r', '\r'],
])('the line break of %j is %j', (text, expected) => {
  expect(commonBreak(text)).toBe(expected);
});

test('lines count from 1', () => {
  expect([0, 1, 2, 4].map((offset) => lineAt('a\nb\n\nc', offset))).toEqual([1, 1, 2, 3]);
});

test('offsets of the shown text are found in the raw one', () => {
  expect(rawOffsets('a\r\nb\nc\r\n\r\nd', [0, 1, 2, 3, 4, 5, 6, 7, 8])).toEqual([0, 1, 3, 4, 5, 6, 8, 10, 11]);
});

test.each([
  ['abc', 'abc', { from: 3, to: 3, insert: '' }],
  ['abc', 'abxc', { from: 2, to: 2, insert: 'x' }],
  ['abxc', 'abc', { from: 2, to: 3, insert: '' }],
  ['aa', 'aaa', { from: 2, to: 2, insert: 'a' }],
  ['aaa', 'aa', { from: 2, to: 3, insert: '' }],
  ['', 'a', { from: 0, to: 0, insert: 'a' }],
  ['a', '', { from: 0, to: 1, insert: '' }],
  ['', '', { from: 0, to: 0, insert: '' }],
  ['xa', 'ya', { from: 0, to: 1, insert: 'y' }],
  ['xabc', 'yyabc', { from: 0, to: 1, insert: 'yy' }],
  ['abab', 'ab', { from: 2, to: 4, insert: '' }],
  ['abc', 'axc', { from: 1, to: 2, insert: 'x' }],
])('%j becomes %j by one change', (before, after, expected) => {
  expect(difference(before, after)).toEqual(expected);
});
