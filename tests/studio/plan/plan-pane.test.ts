// @vitest-environment happy-dom
import { h, render } from 'preact';
import { act } from 'preact/test-utils';
import { afterEach, expect, test } from 'vitest';
import { PlanPane } from '../../../build/studio/plan/plan-pane.tsx';
import { language, t } from '../../../build/studio/strings.ts';
import { factsOf, problemAt } from '../../helpers/course-desk.ts';
import { button, buttons, draw, fill, icons, output, press, settled, undraw, wordsOf } from '../../helpers/drawn.ts';
import { NOTHING, type OpenStudio, openStudio } from '../../helpers/open-studio.ts';

language.value = 'en';
const PATH = 'modules/four/pain.md';
const PAGE = '# Un {#un}\n\n:::choice{#sel}\nDu sel ?\n:::\n\n:::trainer\n**8 min.** Ask.\n:::\n\n';
const TEXT = `${PAGE}# Deux {#deux}\n\n:::choice{#eau}\nDe l’eau ?\n:::\n`;
const activity = (id: string, title: string, points: number) => ({ id, title, points, type: 'choice', competencies: [] });
const FACTS = factsOf([{ pages: [{ activities: [activity('sel', 'Du sel ?', 2), activity('eau', 'De l’eau ?', 3)] }] as never }]);
const TYPES = [{ name: 'choice', label: 'Question', kind: 'activity', form: 'choices', attributes: [], contains: [] }];

async function opened(text = TEXT, more: object = {}): Promise<OpenStudio> {
  const checked = { ...NOTHING, ...more };
  const open = await openStudio({ 'pain.md': text }, { types: () => TYPES, open: () => checked, change: () => checked });
  await draw(h(PlanPane, { studio: open.studio, path: PATH }));
  return open;
}
const sum = (): string => wordsOf(document.querySelector('.s-plan-sum'));
const rowButtons = (): HTMLElement[] => [...document.querySelectorAll<HTMLElement>('.s-row-button')];
const titles = (): string[] => [...document.querySelectorAll('.s-row-title')].map(wordsOf);
/** Presses a key on an element. @returns whether it did something */
async function key(target: Element | null | undefined, name: string, more: KeyboardEventInit = {}): Promise<boolean> {
  const event = new KeyboardEvent('keydown', { key: name, bubbles: true, cancelable: true, ...more });
  await act(() => void target?.dispatchEvent(event));
  await settled();
  return event.defaultPrevented;
}
const focused = (): string => wordsOf(document.activeElement?.querySelector('.s-row-title'));

afterEach(undraw);

test('the plan has a name, its rows, and the sum of pages, minutes and points', async () => {
  await opened(TEXT, { course: FACTS });
  expect(document.querySelector('nav')?.getAttribute('aria-label')).toBe(t('plan.of'));
  expect(wordsOf(document.querySelector('nav h2'))).toBe(t('plan'));
  expect(sum()).toBe(`${t('plan.pages', { n: 2 })} · ${t('plan.minutes', { n: 8 })} · ${t('plan.points', { n: 5 })}`);
  expect(titles()).toEqual(['Un', 'Du sel ?', t('plan.trainer'), 'Deux']);
  expect(wordsOf(document.querySelector('.s-row-label'))).toBe('Question');
});

test('buttons show what they do', async () => {
  await opened();
  expect(icons()).toEqual([
    'chevron-down',
    'ellipsis',
    'list-checks',
    'ellipsis',
    'presentation',
    'ellipsis',
    'chevron-right',
    'ellipsis',
    'plus',
  ]);
});

test('no minutes and no points are not counted', async () => {
  await opened('# Un {#un}\n');
  expect(sum()).toBe(t('plan.pages', { n: 1 }));
});

test('one minute and one point are counted', async () => {
  const text = '# Un {#un}\n\n:::choice{#sel}\nDu sel ?\n:::\n\n:::trainer\n**1 min.** Ask.\n:::\n';
  await opened(text, { course: factsOf([{ pages: [{ activities: [activity('sel', 'Du sel ?', 1)] }] as never }]) });
  expect(sum()).toBe([t('plan.pages', { n: 1 }), t('plan.minutes', { n: 1 }), t('plan.points', { n: 1 })].join(' · '));
});

test('problems are those of this text', async () => {
  await opened(TEXT, { problems: [problemAt('pain.md', 4, 1, 'x'), problemAt('sel.md', 11, 1, 'x')] });
  expect([...document.querySelectorAll('.s-problem')].map((one) => wordsOf(one.closest('.s-row')))).toEqual([
    `Du sel ?Question${t('problems.errors', { n: 1 })}`,
  ]);
});

test('the plan follows the text, whoever changes it', async () => {
  const { studio } = await opened();
  studio.edit(PATH, '# Trois {#trois}\n', true);
  await settled();
  expect([titles(), sum()]).toEqual([['Trois'], t('plan.pages', { n: 1 })]);
  studio.readOnly.value = true;
  studio.project.put(PATH, '# Quatre {#quatre}\r\n');
  await act(() => studio.edit(PATH, 'refused'));
  expect(titles()).toEqual(['Quatre']);
});

test('arrows, Home and End move among the rows, and stop at the ends', async () => {
  await opened();
  const at = (index: number): Element | undefined => rowButtons()[index];
  const moves: [number, string, string, boolean][] = [
    [0, 'ArrowDown', 'Du sel ?', true],
    [1, 'ArrowUp', 'Un', true],
    [0, 'End', 'Deux', true],
    [3, 'Home', 'Un', true],
  ];
  for (const [index, name, expected, isDone] of moves) expect([await key(at(index), name), focused()]).toEqual([isDone, expected]);
  expect([await key(at(0), 'ArrowUp'), await key(at(3), 'ArrowDown'), await key(at(1), 'PageDown'), focused()]).toEqual([
    false,
    false,
    false,
    'Un',
  ]);
});

test('keys of menus, and those with Alt, do not move among the rows', async () => {
  await opened();
  rowButtons()[2]?.focus();
  const menu = document.querySelector('[aria-haspopup=menu]');
  expect([await key(menu, 'ArrowDown'), focused()]).toEqual([false, t('plan.trainer')]);
  expect([await key(rowButtons()[1], 'Home', { altKey: true }), focused()]).toEqual([false, t('plan.trainer')]);
  const taken = new KeyboardEvent('keydown', { key: 'Home', bubbles: true, cancelable: true });
  taken.preventDefault();
  rowButtons()[1]?.dispatchEvent(taken);
  expect(focused()).toBe(t('plan.trainer'));
});

test('a row that has moved keeps the focus', async () => {
  const { studio } = await opened();
  await key(rowButtons()[0], 'ArrowDown', { altKey: true });
  expect(studio.project.text(PATH)?.indexOf('{#deux}')).toBe(7);
  expect([focused(), output('status')]).toEqual(['Un', [t('plan.movedDown', { name: 'Un' })]]);
  // The focus is not taken back once it has gone elsewhere.
  button(t('plan.add')).focus();
  studio.edit(PATH, TEXT, true);
  await settled();
  expect(document.activeElement).toBe(button(t('plan.add')));
});

test('an announcement is only for screen readers, unless something can be undone', async () => {
  const { studio } = await opened();
  const note = (): Element | null | undefined => document.querySelector('[role=status]')?.parentElement;
  expect([output('status'), note()?.className, buttons().includes(t('plan.undo'))]).toEqual([[], 's-hidden', false]);
  await key(rowButtons()[0], 'Delete');
  await press(t('plan.remove'));
  expect([output('status'), note()?.className]).toEqual([[t('plan.removed', { name: 'Un' })], 's-plan-note']);
  await press(t('plan.undo'));
  expect([studio.project.text(PATH), output('status'), note()?.className]).toEqual([TEXT, [], 's-hidden']);
});

test('a page is added after the last one', async () => {
  const { studio } = await opened();
  await press(t('plan.add'));
  expect(wordsOf(document.querySelector('dialog h2'))).toBe(t('plan.add'));
  expect(wordsOf(document.querySelector('dialog small'))).toBe(t('plan.add.hint'));
  await fill(t('plan.title'), 'Trois');
  await press(t('plan.create'));
  expect(studio.project.text(PATH)).toBe(`${TEXT}\n# Trois {#trois}\n\n${t('plan.lead')}\n`);
});

test('another session has its own plan', async () => {
  const { studio } = await opened();
  studio.edit('modules/four/sel.md', '# Trois {#trois}\n', true);
  const part = h('div', null, h(PlanPane, { studio, path: 'modules/four/sel.md' }));
  await act(() => render(part, document.querySelector('main') as Element));
  await settled();
  expect(titles()).toEqual(['Trois']);
});
