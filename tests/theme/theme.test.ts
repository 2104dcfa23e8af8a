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

// Known values: others would change what authors read, and the look of their courses.
test.each([
  ['#C2410C', 'plain', null],
  ['#C2410C', 'editorial', { ratio: 4.41, suggestion: '#be400c' }],
  ['#C2410C', 'vif', null],
  ['#FFD84D', 'plain', { ratio: 1.34, suggestion: '#7f6c26' }],
  ['#FFD84D', 'editorial', { ratio: 1.17, suggestion: '#7a6825' }],
  ['#FFD84D', 'vif', { ratio: 1.25, suggestion: '#7f6c26' }],
  ['#767676', 'plain', { ratio: 4.08, suggestion: '#6d6d6d' }],
] as const)('%s in the look %s: %j', (hex, name, poor) => {
  expect(checkAccent(hex, name)).toEqual(poor);
});

test.each([
  ['#1D4ED8', 'plain', ['#1d4ed8', '#ffffff', '#ebeffb'], ['#82aaff', '#071436', '#263147']],
  ['#1D4ED8', 'editorial', ['#1d4ed8', '#ffffff', '#ebeffb'], ['#7ea6fe', '#071436', '#2b2f3b']],
  ['#1D4ED8', 'vif', ['#1d4ed8', '#ffffff', '#ebeffb'], ['#7ea6fe', '#071436', '#212e4b']],
  ['#7A2E6D', 'plain', ['#7a2e6d', '#ffffff', '#f3ecf2'], ['#e18dcf', '#1f0c1b', '#372c3e']],
  ['#FFD84D', 'plain', ['#ffd84d', '#ffffff', '#fffbef'], ['#ffd84d', '#403613', '#3d3a26']],
  ['#000000', 'vif', ['#000000', '#ffffff', '#e8e8e8'], ['#ababab', '#000000', '#292f3c']],
  ['#ffffff', 'plain', ['#ffffff', '#ffffff', '#ffffff'], ['#ffffff', '#404040', '#3d4147']],
] as const)('the rules of %s in the look %s', (hex, name, light, dark) => {
  const rules = ([accent, on, soft]: typeof light | typeof dark): string =>
    `:root{--c-accent:${accent};--c-on-accent:${on};--c-accent-soft:${soft}}`;
  expect(themeCss(hex, name)).toBe(`${rules(light)}@media (prefers-color-scheme:dark){${rules(dark)}}`);
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
