import fc from 'fast-check';
import { expect, test } from 'vitest';
import { contrast, hexOf, parseColour, type Rgb } from '../../build/theme/contrast.ts';
import { lighter } from '../../build/theme/lighter.ts';

const light = (hex: string, share: number): string => hexOf(lighter(parseColour(hex), share));

// Known steps: another value would change the look of every course.
test.each([
  ['#1d4ed8', 0, '#1d4ed8'],
  ['#1d4ed8', 1, '#ffffff'],
  ['#14532d', 0.3, '#4d885f'],
  ['#581c87', 0.5, '#b47ded'],
  ['#808080', 0.5, '#bdbdbd'],
  ['#000000', 0.5, '#636363'],
  ['#010203', 0, '#010203'],
  ['#0a0b09', 0, '#0a0b09'],
  ['#0000ff', 0.2, '#2763fd'],
  ['#0000ff', 0.02, '#002df2'],
])('%s by %f', (hex, share, expected) => {
  expect(light(hex, share)).toBe(expected);
});

test('more is never darker, and every colour is one that a screen shows', () => {
  const colour = fc.tuple(fc.nat(255), fc.nat(255), fc.nat(255)) as fc.Arbitrary<Rgb>;
  const share = fc.double({ min: 0, max: 1, noNaN: true });
  fc.assert(
    fc.property(colour, share, (one, by) => {
      const after = lighter(one, by);
      expect(after.every((part) => Number.isInteger(part) && part >= 0 && part <= 255)).toBe(true);
      expect(contrast(after, [0, 0, 0])).toBeGreaterThanOrEqual(contrast(one, [0, 0, 0]) - 0.1);
    }),
  );
});
