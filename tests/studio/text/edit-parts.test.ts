import { expect, test } from 'vitest';
import { bracesAtEnd, ITEM, linesOf } from '../../../build/studio/text/edit-parts.ts';
import { wordsOf } from '../../helpers/body-text.ts';

test.each([
  ['a\nb\n', 0, 4, ['a', 'b']],
  ['a\nb', 0, 3, ['a', 'b']],
  ['a\n\n', 0, 3, ['a', '']],
  ['xx\na\nb\nyy', 3, 7, ['a', 'b']],
  ['\n', 0, 1, ['']],
  ['a', 1, 1, []],
  ['a', 1, 0, []],
])('%j from %i to %i has its lines, each with its place', (text, from, to, expected) => {
  const lines = linesOf(text, { from, to });
  expect(lines.map((line) => line.text)).toEqual(expected);
  expect(lines.map((line) => wordsOf(text, line))).toEqual(expected);
});

test.each([
  ['Un pain {#a points=2}', 'Un pain', '{#a points=2}', 2],
  ['Un pain {#a}  ', 'Un pain', '{#a}', 1],
  ['{#a}', '', '{#a}', 1],
  ['Un pain{#a}', 'Un pain{#a}', '', 0],
  ['Un {pain} rond', 'Un {pain} rond', '', 0],
  ['Un pain  ', 'Un pain', '', 0],
  ['', '', '', 0],
])('%j ends with its braces', (line, words, braces, count) => {
  const text = `# ${line}\nSuite`;
  const found = bracesAtEnd(text, { from: 2, to: 2 + line.length });
  expect([wordsOf(text, found.before), wordsOf(text, found.braces), found.attributes.length]).toEqual([words, braces, count]);
  expect(found.attributes.every(({ from, to }) => from > found.braces.from && to < found.braces.to)).toBe(true);
});

test('new braces go behind the words', () => {
  expect(bracesAtEnd('- Un  ', { from: 2, to: 6 }).braces).toEqual({ from: 4, to: 4 });
});

test.each([
  ['- a', '- '],
  ['  * a', '  * '],
  ['+', '+'],
  ['12. a', '12. '],
  ['123456789)\ta', '123456789)\t'],
  ['1234567890. a', undefined],
  ['-a', undefined],
  ['*a*', undefined],
  ['1.5', undefined],
])('%j begins an item: %j', (line, expected) => {
  expect(ITEM.exec(line)?.[0]).toBe(expected);
});
