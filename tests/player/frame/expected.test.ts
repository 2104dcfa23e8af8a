// @vitest-environment happy-dom
import { expect, test } from 'vitest';
import { expected } from '../../../src/player/frame/expected.ts';

test('the right answer is shown once, at the end, and removed with an empty text', () => {
  const host = document.createElement('p');
  host.innerHTML = 'a<b><i class="c-expected">inner</i></b>';
  expected(host, 'Levain <b>');
  expected(host, 'Levure');
  expect([host.textContent, host.lastElementChild?.className]).toEqual(['ainnerLevure', 'c-hint c-expected']);
  expected(host, '');
  expect([host.textContent, host.childElementCount]).toEqual(['ainner', 1]);
});
