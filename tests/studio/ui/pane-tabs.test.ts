// @vitest-environment happy-dom
import { h } from 'preact';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { language, t } from '../../../build/studio/strings.ts';
import type { Studio } from '../../../build/studio/studio.ts';
import { PaneTabs } from '../../../build/studio/ui/pane-tabs.tsx';
import { checkedAs, problemOf } from '../../helpers/checked-course.ts';
import { buttons, draw, icons, press, settled, undraw } from '../../helpers/drawn.ts';
import { openStudio } from '../../helpers/open-studio.ts';

let studio: Studio;

beforeEach(async () => {
  language.value = 'en';
  ({ studio } = await openStudio({ '1.md': '# One' }));
  await draw(h(PaneTabs, { studio, path: 'modules/four/1.md' }));
});
afterEach(undraw);

const current = (): readonly (string | null)[] => [...document.querySelectorAll('button')].map((one) => one.getAttribute('aria-current'));

test('shows the three panes with a name each, and the one on screen', () => {
  expect(buttons()).toEqual([t('write.pane.plan'), t('write.pane.text'), t('write.pane.preview')]);
  expect([document.querySelector('nav')?.getAttribute('aria-label'), icons()]).toEqual([t('write.panes'), ['list-tree', 'pencil', 'eye']]);
  expect([current(), [...document.querySelectorAll('button')].map(({ type }) => type)]).toEqual([
    [null, 'true', null],
    ['button', 'button', 'button'],
  ]);
});

test('shows another pane', async () => {
  await press(t('write.pane.preview'));
  expect([studio.pane.value, current()]).toEqual(['preview', [null, null, 'true']]);
});

test('counts the problems of this text, beside its pane', async () => {
  studio.checked.value = checkedAs(null, [problemOf({ path: 'modules/four/2.md' })]);
  await settled();
  expect(buttons()[1]).toBe(t('write.pane.text'));
  studio.checked.value = checkedAs(null, [problemOf()]);
  await settled();
  expect(buttons()[1]).toBe(`${t('write.pane.text')}1 ${t('write.toCheck')}`);
  expect([...document.querySelectorAll('.s-pane-count .s-hidden')].map(({ textContent }) => textContent)).toEqual([
    ` ${t('write.toCheck')}`,
  ]);
  studio.checked.value = checkedAs(null, [problemOf(), problemOf({ severity: 'notice' }), problemOf({ path: 'modules/four/2.md' })]);
  await settled();
  expect(buttons()).toEqual([t('write.pane.plan'), `${t('write.pane.text')}2 ${t('write.toCheck')}`, t('write.pane.preview')]);
});
