// @vitest-environment happy-dom
import { expect, it } from 'vitest';
import { rootOf } from '../../../src/player/frame/root-of.ts';

it('finds an activity, not a page of the same name', () => {
  document.body.innerHTML = '<section id="p-quai"></section><div id="a-quai"></div>';
  expect(rootOf('quai').id).toBe('a-quai');
});
