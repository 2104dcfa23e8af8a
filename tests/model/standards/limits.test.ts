import fc from 'fast-check';
import { expect, test } from 'vitest';
import { oneLine } from '../../../src/model/standards/formats.ts';
import { limits12, limits2004, mostInAnswer, pieces, stateLimit } from '../../../src/model/standards/limits.ts';

const anyText = fc.string({
  unit: fc.constantFrom('a', 'pain', ' ', '\n', '\r\n', 'é', '👩‍🍳', '🥖', '{', '[,]', '\u2028', '\t', '\u00a0'),
  maxLength: 400,
});

test('joined, the parts give the text back, and each fits on its one line', () => {
  fc.assert(
    fc.property(anyText, fc.integer({ min: 8, max: 300 }), (text, limit) => {
      const parts = pieces(text, limit);
      expect(parts.join('')).toBe(text);
      for (const part of parts) {
        expect(oneLine(part).length).toBeLessThanOrEqual(limit);
        expect(part).not.toMatch(/\p{Cs}/u);
      }
      expect(parts.slice(0, -1).every((part) => part !== '')).toBe(true);
    }),
  );
});

test('a part ends after a word', () => {
  expect(pieces('le pain est cuit au four', 12)).toEqual(['le pain est ', 'cuit au four']);
  expect(pieces('le pain est cuit', 11)).toEqual(['le pain est', ' cuit']);
});

test('a word that is longer than a part is cut, a surrogate pair is not', () => {
  expect(pieces('boulangerie', 4)).toEqual(['boul', 'ange', 'rie']);
  expect(pieces('🥖🥖🥖', 3)).toEqual(['🥖', '🥖', '🥖']);
  expect(pieces('🥖🥖', 1)).toEqual(['🥖', '🥖']);
  expect(pieces('le\tpain', 5)).toEqual(['le\t', 'pain']);
});

test('the end of a line counts as three characters', () => {
  expect(pieces('abc\nde', 8)).toEqual(['abc\nde']);
  expect(pieces('abc\nde', 7)).toEqual(['abc\n', 'de']);
});

test('an empty text is one empty part', () => {
  expect(pieces('', 255)).toEqual(['']);
});

test('limits of saved state, of texts and of answers', () => {
  expect([limits12, limits2004, mostInAnswer]).toEqual([
    { state: 64_000, strict: 4096, text: 255 },
    { state: 64_000, strict: 4000, text: 3999 },
    36,
  ]);
  expect([stateLimit('moodle', 'scorm12'), stateLimit('moodle', 'scorm2004-4')]).toEqual([10_000, 10_000]);
  expect([stateLimit('strict', 'scorm12'), stateLimit('strict', 'scorm2004-3')]).toEqual([4096, 64_000]);
});
