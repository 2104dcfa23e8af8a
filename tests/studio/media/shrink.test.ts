import { expect, test } from 'vitest';
import { sizeFor } from '../../../build/studio/media/shrink.ts';

test.each([
  [800, 600, { width: 800, height: 600 }],
  [4000, 3000, { width: 1600, height: 1200 }],
  [900, 3200, { width: 450, height: 1600 }],
])('%i × %i', (width, height, expected) => {
  expect(sizeFor(width, height)).toEqual(expected);
});
