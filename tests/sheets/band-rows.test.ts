import { expect, test } from 'vitest';
import { bandRows } from '../../build/sheets/band-rows.ts';
import { sheetStrings } from '../../build/sheets/sheet-strings.ts';

test('each text for a score stands under the score from which it is shown, in order', () => {
  const bands = [
    { from: 80, feedback: '<p>Bravo</p>' },
    { from: 0, feedback: '<p>Encore</p>' },
  ];
  expect(bandRows(bands, sheetStrings('en'))).toBe(
    '<div class="s-model"><p class="s-group">From 80%</p><p>Bravo</p></div><div class="s-model"><p class="s-group">From 0%</p><p>Encore</p></div>',
  );
  expect(bandRows(bands, sheetStrings('fr'))).toMatch(/À partir de 80.%/);
});

test('the words of the score are text', () => {
  const strings = { ...sheetStrings('en'), format: () => 'A < B' };
  expect(bandRows([{ from: 1, feedback: '<p>x</p>' }], strings)).toContain('>A &lt; B</p><p>x</p>');
});

test('without such texts there is nothing', () => {
  expect([bandRows(undefined, sheetStrings('fr')), bandRows([], sheetStrings('fr'))]).toEqual(['', '']);
});
