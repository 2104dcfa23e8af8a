import fc from 'fast-check';
import { expect, test } from 'vitest';
import { utf8 } from '../build/utf8.ts';

test('pieces of text become the bytes of the whole, whatever was written before', () => {
  fc.assert(
    fc.property(fc.array(fc.string({ unit: 'grapheme' })), (pieces) => {
      const before = utf8(['déjà là']);
      expect(utf8(pieces)).toEqual(Buffer.from(pieces.join('')));
      expect(before.toString()).toBe('déjà là');
    }),
  );
});

test('a half of a pair of surrogates is told as a sign that is none', () => {
  expect(utf8(['\ud83d', 'a'.repeat(5000)]).toString()).toBe(`\ufffd${'a'.repeat(5000)}`);
});
