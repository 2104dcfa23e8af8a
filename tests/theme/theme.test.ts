import fc from 'fast-check';
import { expect, test } from 'vitest';
import { contrast, hexOf, parseColour, type Rgb } from '../../build/theme/contrast.ts';
import { checkAccent, themeCss } from '../../build/theme/theme.ts';

const WHITE: Rgb = [255, 255, 255];

test('contrast is that of WCAG', () => {
  expect(contrast([0, 0, 0], WHITE)).toBeCloseTo(21, 5);
  expect(contrast(parseColour('#1D4ED8'), WHITE)).toBeCloseTo(6.7, 1);
  expect(contrast(parseColour('#767676'), WHITE)).toBeCloseTo(4.54, 2);
});

test('a pale accent is refused with a darker shade that passes', () => {
  const poor = checkAccent('#FFD84D', 'plain');
  expect(poor?.ratio).toBeLessThan(4.5);
  expect(checkAccent(poor?.suggestion ?? '', 'plain')).toBeNull();
  expect(checkAccent('#1D4ED8', 'plain')).toBeNull();
});

test('whatever shade is offered is accepted', () => {
  // #F0C000 was offered #866c00, which has 4.49 once it is rounded.
  expect(checkAccent(checkAccent('#F0C000', 'plain')?.suggestion ?? '', 'plain')).toBeNull();
  fc.assert(
    fc.property(fc.tuple(fc.nat(255), fc.nat(255), fc.nat(255)), (colour) => {
      const poor = checkAccent(hexOf(colour), 'plain');
      if (poor) expect(checkAccent(poor.suggestion, 'plain')).toBeNull();
    }),
  );
});

/** Between the strongest and the weakest of its channels, 0..1: how far a colour is from grey. */
const vivid = (colour: Rgb): number => (Math.max(...colour) - Math.min(...colour)) / 255;

test.each(['#12663F', '#7A2E6D', '#1D4ED8', '#8A5A00'])('the dark shade of %s stays as vivid as it can', (hex) => {
  const dark = parseColour(/@media.*?--c-accent:(#[0-9a-f]{6})/.exec(themeCss(hex, 'plain'))?.[1] ?? '');
  const order = (colour: Rgb) => [0, 1, 2].sort((one, other) => (colour[one] ?? 0) - (colour[other] ?? 0));
  expect(order(dark)).toEqual(order(parseColour(hex)));
  // A colour mixed with white until it passes has 0.16 (green) to 0.31 (blue) left.
  expect(vivid(dark)).toBeGreaterThan(0.28);
});

test('the dark shade of any accent passes on dark ground, and the text on it', () => {
  fc.assert(
    fc.property(fc.tuple(fc.nat(255), fc.nat(255), fc.nat(255)), (colour) => {
      const [, dark = ''] = themeCss(hexOf(colour), 'plain').split('@media');
      const [accent, on, soft] = [...dark.matchAll(/#[0-9a-f]{6}/g)].map((found) => parseColour(found[0])) as [Rgb, Rgb, Rgb];
      for (const ground of [[18, 23, 30], [35, 44, 56], soft] as Rgb[]) expect(contrast(accent, ground)).toBeGreaterThanOrEqual(4.5);
      expect(contrast(on, accent)).toBeGreaterThanOrEqual(4.5);
    }),
  );
});
