import fc from 'fast-check';
import { expect, test } from 'vitest';
import { concat, utf8 } from '../../build/model/utf8.ts';

test('pieces of text become the bytes of the whole', () => {
  fc.assert(
    fc.property(fc.array(fc.string({ unit: 'grapheme' })), (pieces) => {
      expect(Buffer.from(concat(pieces.map(utf8))).toString()).toBe(pieces.join(''));
    }),
  );
});

test('a half of a pair of surrogates becomes the replacement character', () => {
  expect(Buffer.from(utf8('\ud83d!')).toString()).toBe('\ufffd!');
});
