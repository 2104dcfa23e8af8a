// @vitest-environment happy-dom
import { h } from 'preact';
import { afterEach, expect, test } from 'vitest';
import { CompetencyChip } from '../../../build/studio/ui/chip.tsx';
import { draw, undraw, wordsOf } from '../../helpers/drawn.ts';

afterEach(undraw);

test.each([
  [-1, 1],
  [0, 1],
  [1, 2],
  [5, 6],
  [6, 1],
  [13, 2],
])('competency %i has colour %i and its name', async (index, colour) => {
  await draw(h(CompetencyChip, { index, name: 'Kneading' }));
  const chip = document.querySelector('span');
  expect([chip?.className, document.querySelector('i')?.className, wordsOf(chip)]).toEqual(['s-chip', `s-dot s-dot-${colour}`, 'Kneading']);
});
