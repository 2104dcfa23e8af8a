// @vitest-environment happy-dom
import { h } from 'preact';
import { act } from 'preact/test-utils';
import { afterEach, expect, test, vi } from 'vitest';
import type { Group } from '../../../build/studio/add/catalogue.ts';
import { Thumbnail } from '../../../build/studio/add/thumbnail.tsx';
import { TypeChoices } from '../../../build/studio/add/type-choices.tsx';
import { t } from '../../../build/studio/strings.ts';
import { typeOf } from '../../helpers/opened-studio.ts';
import { show } from '../../helpers/used-page.ts';

afterEach(() => show(null));

const GROUPS: readonly Group[] = [
  { name: 'check', types: [typeOf('choice', 'choices', { label: 'Choix' }), typeOf('type-of-ours', '', { label: 'Le nôtre' })] },
  { name: 'show', types: [typeOf('figure', 'none', { kind: 'block', label: 'Image' })] },
];

async function shown(groups = GROUPS, chosen = 'figure') {
  const [onChoose, onInsert] = [vi.fn<(name: string) => void>(), vi.fn()];
  await show(h(TypeChoices, { groups, chosen, onChoose, onInsert }));
  return { onChoose, onInsert };
}
const radios = (): HTMLInputElement[] => [...document.querySelectorAll<HTMLInputElement>('input')];

test('types are one group of radio buttons below the headings of their groups', async () => {
  await shown();
  const group = document.querySelector('[role=radiogroup]');
  expect(group?.getAttribute('aria-label')).toBe(t('add.types'));
  expect(radios().map(({ type, value, checked }) => [type, value, checked])).toEqual([
    ['radio', 'choice', false],
    ['radio', 'type-of-ours', false],
    ['radio', 'figure', true],
  ]);
  const [first] = radios();
  expect([first?.name !== '', new Set(radios().map(({ name }) => name)).size]).toEqual([true, 1]);
  const sections = [...document.querySelectorAll('section')].map((section) => [
    document.getElementById(section.getAttribute('aria-labelledby') ?? '')?.textContent,
    section.querySelectorAll('input').length,
  ]);
  expect(sections).toEqual([
    [`${t('add.group.check')} ${t('add.about.check')}`, 2],
    [`${t('add.group.show')} ${t('add.about.show')}`, 1],
  ]);
  expect(document.body.textContent).not.toContain(t('add.nothing'));
});

test('a type has a drawing, its name and, if it is ours, a few words', async () => {
  await shown();
  const labels = [...document.querySelectorAll('label')].map((label) => [
    label.querySelectorAll('svg').length,
    [...label.querySelectorAll('span')].map((one) => one.textContent),
  ]);
  expect(labels).toEqual([
    [1, ['Choix', t('add.short.choice')]],
    [1, ['Le nôtre']],
    [1, ['Image', t('add.short.figure')]],
  ]);
  const drawings = [...document.querySelectorAll('label svg')].map((one) => one.innerHTML);
  await show(h(Thumbnail, { type: 'figure' }));
  expect([new Set(drawings).size, drawings[2]]).toEqual([3, document.querySelector('svg')?.innerHTML]);
});

test('a type is chosen; Enter and a second click insert the chosen one', async () => {
  const { onChoose, onInsert } = await shown();
  await act(() => radios()[0]?.click());
  expect([onChoose.mock.calls, onInsert.mock.calls.length]).toEqual([[['choice']], 0]);
  const press = (key: string): KeyboardEvent => new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true });
  const [enter, space] = [press('Enter'), press(' ')];
  for (const event of [enter, space]) await act(() => void radios()[0]?.dispatchEvent(event));
  expect([enter.defaultPrevented, space.defaultPrevented, onInsert.mock.calls.length]).toEqual([true, false, 1]);
  await act(() => void document.querySelector('label')?.dispatchEvent(new MouseEvent('dblclick', { bubbles: true })));
  expect(onInsert).toHaveBeenCalledTimes(2);
});

test('where nothing is found, that is written', async () => {
  await shown([]);
  expect([radios().length, document.querySelector('[role=radiogroup]')?.textContent]).toEqual([0, t('add.nothing')]);
});
