// @vitest-environment happy-dom
import { expect, test } from 'vitest';
import { scoreRing } from '../../src/player/score-ring.ts';

test.each([
  [0, '0.0 326.7'],
  [50, '163.4 326.7'],
  [100, '326.7 326.7'],
])('%i of a hundred', (score, dashes) => {
  const ring = scoreRing(score, `${score} %`);
  expect(ring.querySelector('.c-ring-part')?.getAttribute('stroke-dasharray')).toBe(dashes);
  expect([ring.textContent, ring.getAttribute('aria-hidden')]).toEqual([`${score} %`, 'true']);
});
