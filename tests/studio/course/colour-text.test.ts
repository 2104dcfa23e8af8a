import { expect, test } from 'vitest';
import { colourOf } from '../../../build/studio/course/colour-text.ts';

test('colours are understood as people write them', () => {
  expect(colourOf(' 1d4ed8')).toBe('#1d4ed8');
  expect(colourOf('#fA0')).toBe('#ffAA00');
  expect(colourOf('red')).toBeUndefined();
});

test.each(['', '#', '12', '1234', '12345', '1234567', '#12345g', '##123', '123 456'])('%j is no colour', (typed) => {
  expect(colourOf(typed)).toBeUndefined();
});
