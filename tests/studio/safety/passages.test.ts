import fc from 'fast-check';
import { expect, test } from 'vitest';
import { joined, marked, type Passage, partsOf } from '../../../build/studio/safety/passages.ts';

const text = fc.array(fc.constantFrom('un\n', 'deux\r\n', 'trois\n', '\n', 'fin'), { maxLength: 12 }).map((lines) => lines.join(''));

function passages(mine: string, theirs: string): readonly Passage[] {
  return partsOf(mine, theirs).filter((part): part is Passage => typeof part !== 'string');
}

test('either version can be put together again, byte by byte', () => {
  fc.assert(
    fc.property(text, text, (mine, theirs) => {
      const parts = partsOf(mine, theirs);
      const count = passages(mine, theirs).length;
      expect(joined(parts, Array(count).fill('mine'))).toBe(mine);
      expect(joined(parts, Array(count).fill('theirs'))).toBe(theirs);
    }),
  );
});

test('what differs in two places is chosen in each', () => {
  const [mine, theirs] = ['a\nb\nc\nd\ne\n', 'a\nB\nc\nd\nE\nf\n'];
  expect(passages(mine, theirs)).toEqual([
    { line: 2, mine: 'b\n', theirs: 'B\n' },
    { line: 5, mine: 'e\n', theirs: 'E\nf\n' },
  ]);
  expect(joined(partsOf(mine, theirs), ['mine', 'theirs'])).toBe('a\nb\nc\nd\nE\nf\n');
});

test('equal texts have no passage; a text that is too long has one', () => {
  expect(passages('a\nb', 'a\nb')).toEqual([]);
  const lines = (start: number): string => Array.from({ length: 2500 }, (_, at) => `${start + at}\n`).join('');
  expect(passages(`x\n${lines(0)}`, `x\n${lines(5)}`)).toHaveLength(1);
  const parts = partsOf(`x\n${lines(0)}fin`, `x\n${lines(5)}fin`);
  expect([parts.length, parts[0], parts.at(-1)]).toEqual([3, 'x\n', 'fin']);
});

test('texts of 2,000 lines each are compared line by line, and one line more makes one passage', () => {
  const lines = (name: string, count: number): string =>
    Array.from({ length: count }, (_, at) => (at === 9 ? 'both\n' : `${name} ${at}\n`)).join('');
  expect(passages(lines('mine', 2000), lines('theirs', 2000)).map(({ line }) => line)).toEqual([1, 11]);
  expect(passages(lines('mine', 2000), lines('theirs', 2001)).map(({ line }) => line)).toEqual([1]);
});

test('of two lines that changed places, the first one here has moved', () => {
  expect(partsOf('a\nb\n', 'b\na\n')).toEqual([{ line: 1, mine: 'a\n', theirs: '' }, 'b\n', { line: 3, mine: '', theirs: 'a\n' }]);
});

test('a text is compared with an empty one, and lines that come twice with one', () => {
  expect(partsOf('', '')).toEqual([]);
  expect(partsOf('', 'a')).toEqual([{ line: 1, mine: '', theirs: 'a' }]);
  expect(partsOf('a\na\n', 'a\n')).toEqual(['a\n', { line: 2, mine: 'a\n', theirs: '' }]);
});

test('a passage without a choice stays as it is here', () => {
  expect(joined(partsOf('a\nb\nc\n', 'A\nb\nC\n'), ['theirs'])).toBe('A\nb\nc\n');
});

test('the words that differ are marked', () => {
  expect(marked('a a', 'a')).toEqual(['a', ' a', '']);
  expect(marked('', 'a')).toEqual(['', '', '']);
  expect(marked('Laquelle ressemble le plus ?', 'Laquelle ressemble vraiment ?')).toEqual(['Laquelle ressemble ', 'le plus', ' ?']);
  expect(marked('same', 'same')).toEqual(['same', '', '']);
});
