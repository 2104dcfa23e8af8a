import { expect, test } from 'vitest';
import { fitted } from '../../../build/studio/preview/stage-size.ts';

test.each([
  ['phone', 380, 620, { scale: 1, height: 600 }],
  ['phone', 800, 620, { scale: 1, height: 600 }],
  ['phone', 200, 620, { scale: 0.5, height: 1200 }],
  ['desktop', 560, 400, { scale: 0.5, height: 800 }],
  ['desktop', 1120, 100, { scale: 1, height: 320 }],
] as const)('a %s in %i × %i', (device, width, height, expected) => {
  expect(fitted(device, width, height)).toEqual(expected);
});
