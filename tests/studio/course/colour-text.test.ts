import { expect, test } from 'vitest';
import { colourOf } from '../../../build/studio/course/colour-text.ts';

test('colours are understood as people write them', () => {
  expect(colourOf(' 1d4ed8')).toBe('#1d4ed8');
  expect(colourOf('#fA0')).toBe('#ffAA00');
  expect(colourOf('red')).toBeUndefined();
});
