import fc from 'fast-check';
import { expect, test } from 'vitest';
import { contrast, hexOf, linear, mix, parseColour, type Rgb } from '../../build/theme/contrast.ts';

const colour = fc.tuple(fc.nat(255), fc.nat(255), fc.nat(255)) as fc.Arbitrary<Rgb>;
const [white, black] = [parseColour('#ffffff'), parseColour('#000000')];

test('colours are read and written', () => {
  expect([parseColour('#1D4ED8'), hexOf([29, 78, 216]), hexOf([0.6, 9.4, 255])]).toEqual([[29, 78, 216], '#1d4ed8', '#0109ff']);
  fc.assert(fc.property(colour, (one) => hexOf(parseColour(hexOf(one))) === hexOf(one) && parseColour(hexOf(one)).join() === one.join()));
});

test('light of a channel, on both sides of the bend', () => {
  expect([linear(0), linear(10), linear(11), linear(255)].map((light) => light.toFixed(6))).toEqual([
    '0.000000',
    '0.003035',
    '0.003347',
    '1.000000',
  ]);
  expect(linear(128)).toBeCloseTo(0.215861, 5);
});

// Values of other tools for the formula of WCAG.
test.each([
  ['#ffffff', '#000000', 21],
  ['#767676', '#ffffff', 4.54],
  ['#1d4ed8', '#ffffff', 6.7],
  ['#ff0000', '#ffffff', 4],
  ['#00ff00', '#ffffff', 1.37],
  ['#0000ff', '#ffffff', 8.59],
])('the contrast of %s and %s', (one, other, ratio) => {
  expect(contrast(parseColour(one), parseColour(other))).toBeCloseTo(ratio, 1);
  expect(contrast(parseColour(other), parseColour(one))).toBe(contrast(parseColour(one), parseColour(other)));
});

test('a mixture has its share of the second colour', () => {
  expect([mix(white, black, 0), mix(white, black, 1), mix([10, 20, 30], [20, 40, 10], 0.5)]).toEqual([white, black, [15, 30, 20]]);
});
