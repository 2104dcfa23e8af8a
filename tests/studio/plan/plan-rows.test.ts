// @vitest-environment happy-dom
import { h, render } from 'preact';
import { act } from 'preact/test-utils';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { PlanCommands } from '../../../build/studio/plan/plan-commands.ts';
import { type PlanPage, planOf } from '../../../build/studio/plan/plan-items.ts';
import { PageRow } from '../../../build/studio/plan/plan-rows.tsx';
import { PlanRows } from '../../../build/studio/plan/plan-state.ts';
import { t } from '../../../build/studio/strings.ts';
import type { Studio } from '../../../build/studio/studio.ts';
import { icons } from '../../helpers/drawn.ts';
import { openStudio } from '../../helpers/open-studio.ts';

const PATH = 'modules/four/pain.md';
const part = (id: string): string => `:::choice{#${id}}\nDu ${id} ?\n\n- [x] Oui\n:::\n\n`;
const TEXT = `---\nid: pain\n---\n\n# Un {#un}\n\n${part('sel')}${part('levain')}# Deux {#deux}\n\n${part('eau')}# Trois {#trois}\n`;

let studio: Studio;
let rows: PlanRows;

const pages = (): readonly PlanPage[] => planOf(studio.project.text(PATH) ?? '', { course: null, problems: [], types: [] });
const draw = (change: (page: PlanPage) => PlanPage = (page) => page): Promise<void> => {
  const list = pages().map((page) => h(PageRow, { key: page.key, page: change(page), rows }));
  return act(() => render(h('ul', {}, list), document.body));
};
const row = (name: string): HTMLElement => {
  const found = [...document.querySelectorAll<HTMLElement>('.s-row-button')].find(
    (one) => one.querySelector('.s-row-title')?.textContent === name,
  );
  if (!found) throw new Error(`There is no row ${name}.`);
  return found;
};
const frame = (name: string): HTMLElement => row(name).closest('.s-row') as HTMLElement;
const titles = (): (string | null)[] => [...document.querySelectorAll('.s-row-title')].map((one) => one.textContent);
const ids = (): readonly string[] => [...(studio.project.text(PATH) ?? '').matchAll(/\{#(\w+)\}/g)].map(([, id = '']) => id);
async function press(name: string, key: string, more: KeyboardEventInit = {}): Promise<boolean> {
  const event = new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true, ...more });
  await act(() => void row(name).dispatchEvent(event));
  return event.defaultPrevented;
}
/** Opens the menu of a row. */
async function menuOf(name: string): Promise<HTMLElement[]> {
  await act(() => frame(name).querySelector<HTMLElement>('[aria-haspopup=menu]')?.click());
  return [...frame(name).querySelectorAll<HTMLElement>('[role=menuitem]')];
}

beforeEach(async () => {
  ({ studio } = await openStudio({ 'pain.md': TEXT }));
  rows = new PlanRows(studio, PATH, new PlanCommands(studio, PATH));
  await draw();
});
afterEach(() => render(null, document.body));

test('pages have their numbers; the open one shows its parts, an empty one has nothing to open', async () => {
  expect(titles()).toEqual(['Un', 'Du sel ?', 'Du levain ?', 'Deux', 'Trois']);
  expect([...document.querySelectorAll('.s-row-number')].map((one) => one.textContent)).toEqual(['1', '2', '3']);
  const toggles = [...document.querySelectorAll<HTMLElement>('.s-row-toggle')];
  expect(toggles.map((one) => [one.getAttribute('aria-label'), one.getAttribute('aria-expanded'), one.tabIndex])).toEqual([
    [t('plan.toggle', { name: 'Un' }), 'true', -1],
    [t('plan.toggle', { name: 'Deux' }), 'false', -1],
  ]);
  await act(() => toggles[1]?.click());
  expect(titles()).toEqual(['Un', 'Du sel ?', 'Du levain ?', 'Deux', 'Du eau ?', 'Trois']);
});

test('a click goes to the text of a row, which is then the current one', async () => {
  await act(() => row('Du levain ?').click());
  expect(studio.cursor.value).toMatchObject({ path: PATH, line: pages()[0]?.parts[1]?.line });
  expect(row('Du levain ?').getAttribute('aria-current')).toBe('true');
  expect(row('Du sel ?').hasAttribute('aria-current')).toBe(false);
});

test('the menu of a page has all that keys do, with their names; a part is not renamed', async () => {
  const keys = (entries: readonly HTMLElement[]) =>
    entries.map((one) => [one.querySelector('span')?.textContent, one.querySelector('kbd')?.textContent ?? '']);
  const moves = [
    [t('plan.up'), 'Alt ↑'],
    [t('plan.down'), 'Alt ↓'],
  ];
  const others = [
    [t('plan.duplicate'), ''],
    [t('plan.remove'), t('plan.deleteKey')],
  ];
  const menu = await menuOf('Un');
  expect(keys(menu)).toEqual([...moves, [t('plan.rename'), 'F2'], ...others]);
  expect(new Set(menu.map((one) => one.querySelector('path')?.getAttribute('d'))).size).toBe(5);
  expect(menu.every((one) => one.querySelector('path[d]'))).toBe(true);
  expect(menu.map((one) => one.classList.contains('s-dangerous'))).toEqual([false, false, false, false, true]);
  expect(keys(await menuOf('Du sel ?'))).toEqual([...moves, ...others]);
});

test('entries of a menu move, copy, and ask before they rename or remove', async () => {
  const choose = async (name: string, entry: number): Promise<void> => {
    const chosen = (await menuOf(name))[entry];
    await act(() => chosen?.click());
  };
  await choose('Un', 2);
  expect(rows.asking.value).toEqual({ kind: 'rename', page: pages()[0] });
  await choose('Du sel ?', 3);
  expect(rows.asking.value).toEqual({ kind: 'remove', item: pages()[0]?.parts[0] });
  await choose('Du sel ?', 1);
  expect(ids()).toEqual(['un', 'levain', 'sel', 'deux', 'eau', 'trois']);
  await draw();
  await choose('Du sel ?', 0);
  expect(ids()).toEqual(['un', 'sel', 'levain', 'deux', 'eau', 'trois']);
});

test('keys move, rename, remove, open and close; others are left alone', async () => {
  expect(await press('Un', 'ArrowUp')).toBe(false);
  expect(await press('Du sel ?', 'F2')).toBe(false);
  expect(await press('Un', 'ArrowRight')).toBe(false);
  expect(await press('Un', 'ArrowLeft')).toBe(true);
  expect([rows.asking.value, titles()]).toEqual([null, ['Un', 'Deux', 'Trois']]);
  expect(await press('Un', 'ArrowLeft')).toBe(false);
  expect(await press('Un', 'ArrowRight')).toBe(true);
  expect(await press('Deux', 'F2')).toBe(true);
  expect(rows.asking.value).toEqual({ kind: 'rename', page: pages()[1] });
  expect(await press('Du sel ?', 'Delete')).toBe(true);
  expect(rows.asking.value).toEqual({ kind: 'remove', item: pages()[0]?.parts[0] });
  expect(await press('Du sel ?', 'ArrowDown', { altKey: true })).toBe(true);
  expect(ids()).toEqual(['un', 'levain', 'sel', 'deux', 'eau', 'trois']);
  await draw();
  expect(await press('Du sel ?', 'ArrowUp', { altKey: true })).toBe(true);
  expect(ids()).toEqual(['un', 'sel', 'levain', 'deux', 'eau', 'trois']);
});

test('a row is dropped before or after another by the half that it is over', async () => {
  const setData = vi.fn();
  frame('Du levain ?').dispatchEvent(Object.assign(new Event('dragstart', { bubbles: true }), { dataTransfer: { setData } }));
  expect([rows.dragged.value, frame('Du levain ?').getAttribute('draggable'), setData.mock.calls]).toEqual([
    pages()[0]?.parts[1],
    'true',
    [['text/plain', 'Du levain ?']],
  ]);
  const over = (name: string, clientY: number): boolean => {
    const place = frame(name);
    place.getBoundingClientRect = () => ({ top: 100, height: 40 }) as DOMRect;
    const event = Object.assign(new Event('dragover', { bubbles: true, cancelable: true }), { clientY });
    place.dispatchEvent(event);
    return event.defaultPrevented;
  };
  const side = () => rows.goal.value?.side;
  expect([over('Du levain ?', 119), over('Du sel ?', 120), side()]).toEqual([false, true, 'after']);
  await act(() => void over('Du sel ?', 119));
  expect([side(), frame('Du sel ?').dataset.drop, frame('Un').dataset.drop]).toEqual(['before', 'before', undefined]);
  const drop = new Event('drop', { bubbles: true, cancelable: true });
  await act(() => void frame('Du sel ?').dispatchEvent(drop));
  expect([drop.defaultPrevented, ids()]).toEqual([true, ['un', 'levain', 'sel', 'deux', 'eau', 'trois']]);
});

test('a drag that ends elsewhere leaves no trace', () => {
  frame('Du sel ?').dispatchEvent(new Event('dragstart', { bubbles: true }));
  frame('Du sel ?').dispatchEvent(new Event('dragend', { bubbles: true }));
  expect([rows.dragged.value, rows.goal.value]).toEqual([null, null]);
});

test('minutes, points and the worst problem are beside a row; a closed page has those of its parts', async () => {
  await draw((page) => ({
    ...page,
    minutes: page.title === 'Deux' ? 0 : 1,
    ...(page.title === 'Un' ? { errors: 2, tips: 1 } : { errors: 0, tips: page.title === 'Deux' ? 3 : 0 }),
    parts: page.parts.map((one, index) => ({
      ...one,
      points: index === 0 ? 2 : null,
      errors: index,
      tips: 0,
      only: index === 1 ? 'soir' : '',
    })),
  }));
  const end = (name: string) => frame(name).querySelector('.s-row-end')?.textContent;
  expect(end('Un')).toBe(t('plan.minutes', { n: 1 }));
  expect([end('Deux'), end('Trois')]).toEqual([t('problems.tips', { n: 3 }), t('plan.minutes', { n: 1 })]);
  expect([end('Du sel ?'), end('Du levain ?')]).toEqual([t('plan.points', { n: 2 }), t('problems.errors', { n: 1 })]);
  expect([...document.querySelectorAll('.s-problem')].map((one) => one.className)).toEqual(['s-problem s-error', 's-problem s-tip']);
  expect([...document.querySelectorAll('.s-problem')].map((one) => icons(one))).toEqual([['circle-alert'], ['triangle-alert']]);
  expect([...document.querySelectorAll('.s-tag')].map((one) => one.textContent)).toEqual(['soir']);
});

test('a part has its kind below its words, unless these are the kind; notes are for the team only', async () => {
  await draw((page) => ({
    ...page,
    parts: page.parts.map((one, index) => ({
      ...one,
      ...(index === 1 ? { type: 'trainer', title: 'Notes' } : { label: 'Question', title: page.title === 'Deux' ? '' : one.title }),
      competencies: [1, 4].map((at) => ({ index: at, name: `C${at}` })),
    })),
  }));
  await act(() => document.querySelectorAll<HTMLElement>('.s-row-toggle')[1]?.click());
  const words = (selector: string): string[] =>
    [...document.querySelectorAll('.s-row-part')].map((one) => one.querySelector(selector)?.textContent ?? '');
  expect(words('.s-row-title')).toEqual(['Du sel ?', t('plan.trainer'), 'Question']);
  expect(words('.s-row-label')).toEqual(['Question', t('plan.forTrainer'), '']);
  const chips = [...document.querySelectorAll('.s-chip')].map((one) => `${one.textContent} ${one.querySelector('i')?.className}`);
  const pair = ['C1 s-dot s-dot-2', 'C4 s-dot s-dot-5'];
  expect(chips).toEqual([...pair, ...pair, ...pair]);
  expect(icons(document.querySelectorAll('.s-row-part')[1])[0]).toBe('presentation');
  expect([...document.querySelectorAll('button')].filter(({ type }) => type !== 'button')).toEqual([]);
});

test('a part that gives no points shows that; of errors and tips, only errors are counted', async () => {
  await draw((page) => ({ ...page, parts: page.parts.map((one) => ({ ...one, points: 0, errors: 2, tips: 1 })) }));
  expect(frame('Du sel ?').querySelector('.s-row-end')?.textContent).toBe(t('plan.points', { n: 0 }) + t('problems.errors', { n: 2 }));
  expect(frame('Du sel ?').querySelector('.s-problem')?.className).toBe('s-problem s-error');
});

test('a page that is open has another arrow than a closed one', async () => {
  const arrow = (at: number) => document.querySelectorAll('.s-row-toggle path')[at]?.getAttribute('d');
  const [open, closed] = [arrow(0), arrow(1)];
  await act(() => document.querySelector<HTMLElement>('.s-row-toggle')?.click());
  expect([open === closed, arrow(0) === closed]).toEqual([false, true]);
});

test('a copy is announced with the name of what was copied', async () => {
  const entry = (await menuOf('Du sel ?'))[2];
  await act(() => entry?.click());
  expect(rows.commands.note.value?.text).toBe(t('plan.copied', { name: 'Du sel ?' }));
  expect(studio.project.text(PATH)).toContain(':::choice{#sel-2}');
});

test('another key with Alt is left to the browser', async () => {
  const before = ids();
  expect([await press('Deux', 'a', { altKey: true }), await press('Deux', 'ArrowLeft', { altKey: true }), ids()]).toEqual([
    false,
    false,
    before,
  ]);
});

test('a page may be the current row', async () => {
  await act(() => row('Deux').click());
  expect(['Un', 'Deux', 'Trois'].map((name) => row(name).getAttribute('aria-current'))).toEqual([null, 'true', null]);
  await act(() => row('Trois').click());
  expect([rows.opened.value.get('trois'), row('Trois').closest('li')?.querySelector('ul.s-plan-parts')]).toEqual([true, null]);
});

test('a row reports its keys', () => {
  const keys = [...document.querySelectorAll('.s-row-button')].map((one) => one.getAttribute('aria-keyshortcuts'));
  expect(keys).toEqual(Array(5).fill('Alt+ArrowUp Alt+ArrowDown Delete'));
});

test('the menu of each row names it', () => {
  expect([...document.querySelectorAll('[aria-haspopup=menu]')].map((one) => one.getAttribute('aria-label'))).toEqual([
    'Actions : Un',
    'Actions : Du sel ?',
    'Actions : Du levain ?',
    'Actions : Deux',
    'Actions : Trois',
  ]);
});
