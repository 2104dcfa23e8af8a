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

test('the words that differ are marked', () => {
  expect(marked('Laquelle ressemble le plus ?', 'Laquelle ressemble vraiment ?')).toEqual(['Laquelle ressemble ', 'le plus', ' ?']);
  expect(marked('same', 'same')).toEqual(['same', '', '']);
});
