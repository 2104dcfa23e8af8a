// @vitest-environment happy-dom
import { h, render } from 'preact';
import { afterEach, expect, test, vi } from 'vitest';
import { AddButton, IconButton, PartButtons } from '../../../build/studio/forms/buttons.tsx';
import { t } from '../../../build/studio/strings.ts';
import { looks } from '../../helpers/drawn.ts';
import { show, UsedPage } from '../../helpers/used-page.ts';

const page = new UsedPage();
afterEach(() => render(null, document.body));

const off = (name: string): unknown => page.named(name).getAttribute('aria-disabled');

test('a button with a drawing has its name as a tip and to be found by', async () => {
  const onPress = vi.fn();
  await show(h(IconButton, { icon: 'undo-2', label: 'Éteindre', name: 'oven', onPress }));
  const button = page.named('Éteindre');
  expect([button.title, button.dataset.field, looks(), off('Éteindre')]).toEqual(['Éteindre', 'oven', ['quiet only-icon undo-2'], null]);
  await page.press('Éteindre');
  expect(onPress).toHaveBeenCalledOnce();
});

test('one that is off stays in the order of focus and does nothing', async () => {
  const onPress = vi.fn();
  await show(h(IconButton, { icon: 'x', label: 'Éteindre', isOff: true, onPress }));
  expect([off('Éteindre'), page.named('Éteindre').hasAttribute('disabled')]).toEqual(['true', false]);
  await page.press('Éteindre');
  expect(onPress).not.toHaveBeenCalled();
});

test('a button that adds shows what it adds', async () => {
  const onPress = vi.fn();
  await show(h(AddButton, { label: 'Pain', name: 'bread-add', onPress }));
  const button = page.field('bread-add');
  expect([button.textContent, button.type, looks()]).toEqual(['Pain', 'button', ['soft plus']]);
  await page.press('Pain');
  expect(onPress).toHaveBeenCalledOnce();
});

test.each([
  [0, 3, ['true', null, null]],
  [1, 3, [null, null, null]],
  [2, 3, [null, 'true', null]],
  [0, 1, ['true', 'true', null]],
])('part %i of %i moves only to a place that there is', async (index, count, states) => {
  const onMove = vi.fn<(step: number) => void>();
  const onRemove = vi.fn();
  await show(h(PartButtons, { what: 'Pain', name: 'bread', index, count, onMove, onRemove }));
  const part = `Pain ${index + 1}`;
  const names = [t('forms.up', { part }), t('forms.down', { part }), t('forms.remove', { part })];
  expect([page.names, names.map(off)]).toEqual([names, states]);
  expect(looks()).toEqual(['chevron-up', 'chevron-down', 'x'].map((icon) => `quiet only-icon ${icon}`));
  expect(['up', 'down', 'remove'].map((one) => page.field(`bread-${one}`))).toEqual(names.map((name) => page.named(name)));
  for (const name of names) await page.press(name);
  expect(onMove.mock.calls.flat()).toEqual([-1, 1].filter((_, place) => states[place] === null));
  expect(onRemove).toHaveBeenCalledOnce();
});
