// @vitest-environment happy-dom
import { h } from 'preact';
import { afterEach, expect, test } from 'vitest';
import { Banner } from '../../../build/studio/safety/banner.tsx';
import { draw, icons, undraw, wordsOf } from '../../helpers/drawn.ts';

afterEach(undraw);

test.each([
  ['wrong', 'alert'],
  ['warm', 'status'],
  ['info', 'status'],
] as const)('a banner is read out at once only if work may be lost: %s', async (tone, role) => {
  await draw(h(Banner, { tone, icon: 'clock', title: 'Wait', more: 'a second.' }));
  const banner = document.querySelector('.s-banner');
  expect([banner?.getAttribute('role'), wordsOf(banner), banner?.classList.contains(`s-${tone}`)]).toEqual([role, 'Wait a second.', true]);
  expect(icons(banner)).toEqual(['clock']);
  expect(document.querySelector('.s-banner-buttons')).toBeNull();
});

test('a banner has the buttons that it is given', async () => {
  await draw(h(Banner, { tone: 'info', icon: 'clock', title: 'Wait' }, h('button', null, 'Close')));
  expect(wordsOf(document.querySelector('.s-banner-buttons'))).toBe('Close');
});
