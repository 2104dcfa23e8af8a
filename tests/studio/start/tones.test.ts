import { expect, test } from 'vitest';
import { toneOf } from '../../../build/studio/start/tones.ts';

// Authors know their cards by their colour: it stays when the studio changes.
test.each([
  ['', 'rose'],
  ['four', 'blue'],
  ['le-four', 'sky'],
  ['été', 'sky'],
  ['😀', 'green'],
  ['une-tres-longue-formation', 'blue'],
])('the card of « %s » is %s, now and later', (name, tone) => {
  expect(toneOf(name)).toBe(tone);
});
