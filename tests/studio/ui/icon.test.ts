// @vitest-environment happy-dom
import { h } from 'preact';
import { afterEach, expect, test } from 'vitest';
import { Icon } from '../../../build/studio/ui/icon.tsx';
import { ICONS } from '../../../build/studio/ui/icon-paths.ts';
import { draw, undraw } from '../../helpers/drawn.ts';

afterEach(undraw);

test.each([
  [false, 's-icon'],
  [true, 's-icon s-icon-small'],
])('an icon is drawn for the eyes only, and is no stop of the keyboard (small: %s)', async (small, look) => {
  await draw(h(Icon, { name: 'check', small }));
  const drawing = document.querySelector('svg');
  const attributes = ['class', 'viewBox', 'aria-hidden', 'focusable'].map((name) => drawing?.getAttribute(name));
  expect(attributes).toEqual([look, '0 0 24 24', 'true', 'false']);
  expect(drawing?.querySelector('path')?.getAttribute('d')).toBe(ICONS.check);
});

test('an icon has its usual size unless it is asked to be small', async () => {
  await draw(h(Icon, { name: 'x' }));
  expect(document.querySelector('svg')?.getAttribute('class')).toBe('s-icon');
});
