import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fits, withoutStars, worthOf } from '../../../src/model/judging/accepted.ts';
import { sameAnswer } from '../../../src/model/judging/typed-answer.ts';

describe('an answer with stars', () => {
  it.each([
    ['fus*', 'fuse', true],
    ['fus*', 'Fusible.', true],
    ['fus*', 'fus', true],
    ['fus*', 'la fuse', false],
    ['*fuse*', 'the fuse, of course', true],
    ['fu*e', 'fe', false],
    ['a*a', 'a', false],
    ['a*b*a', 'abba', true],
    ['porte*monnaie', 'porte-monnaie', true],
    ['porte-mon*', 'portemonnaie', true],
    ['porte-mon*', 'porte monnaie', true],
    ['dépôt*', 'DEPOTS', true],
    ['*', 'tout', true],
    ['*', '  ', false],
    ['2 \\* 3', '2 * 3', true],
    ['2 \\* 3', '2 + 3', false],
    ['\\**', '* note', true],
    ['a.c*', 'abc', false],
  ])('%s fits %s: %s', (pattern, typed, expected) => expect(fits(typed, pattern)).toBe(expected));

  it('counts accents where they count', () => {
    expect([fits('depots', 'dépôt*', true), fits('dépôts', 'dépôt*', true)]).toEqual([false, true]);
    expect([fits('depot', 'dépôt', true), fits('depot', 'dépôt')]).toEqual([false, true]);
  });

  it('is compared as any other, if it has none', () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 12 }), fc.string({ maxLength: 12 }), (one, other) => {
        fc.pre(!other.includes('*'));
        expect(fits(one, other)).toBe(sameAnswer(one, other));
      }),
    );
  });

  it('fits its pieces with anything between them', () => {
    const word = fc.string({ unit: fc.constantFrom(...'abcé'), minLength: 1, maxLength: 4 });
    fc.assert(
      fc.property(
        fc.array(word, { minLength: 2, maxLength: 5 }),
        fc.array(fc.string({ unit: fc.constantFrom(...'xyz'), maxLength: 3 })),
        (pieces, fill) => {
          const typed = pieces.map((piece, index) => (index === 0 ? '' : (fill[index] ?? '')) + piece).join('');
          expect(fits(typed, pieces.join('*'))).toBe(true);
          expect(fits(`${typed}q`, pieces.join('*'))).toBe(false);
        },
      ),
    );
  });

  it('takes no time that grows with its stars', () => {
    expect(fits('a'.repeat(500), `${'a*'.repeat(200)}b`)).toBe(false);
  });
});

it('is worth its weight, or everything, or nothing where it is a mistake', () => {
  expect([worthOf({ text: '', right: true }), worthOf({ text: '', right: true, weight: 40 }), worthOf({ text: '', right: false })]).toEqual(
    [1, 0.4, 0],
  );
  expect(withoutStars('*le \\* pain*', '…')).toBe('…le * pain…');
});
