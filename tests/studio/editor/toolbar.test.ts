// @vitest-environment happy-dom
import { h } from 'preact';
import { afterEach, expect, test, vi } from 'vitest';
import { type Tool, Toolbar } from '../../../build/studio/editor/toolbar.tsx';
import { t } from '../../../build/studio/strings.ts';
import { button, buttons, draw, press, undraw } from '../../helpers/drawn.ts';

afterEach(undraw);

const run = vi.fn();
const TOOLS: readonly Tool[] = [
  { icon: 'plus', name: 'editor.add', isNamed: true, run: () => run('add') },
  { icon: 'bold', name: 'editor.bold', keys: 'Ctrl+B', run: () => run('bold') },
  { icon: 'undo-2', name: 'editor.undo', isDisabled: true, isLast: true, run: () => run('undo') },
  { icon: 'code', name: 'editor.raw', isNamed: true, isPressed: true, keys: 'Ctrl+Shift+E', run: () => run('raw') },
  { icon: 'text-cursor-input', name: 'editor.plain', isPressed: false, run: () => run('plain') },
];
const bar = (): HTMLElement => document.querySelector('[role=toolbar]') as HTMLElement;
const named = (name: Parameters<typeof t>[0]): HTMLButtonElement => button(t(name));

function drawn(place: 'top' | 'bottom' = 'top'): Promise<void> {
  return draw(h(Toolbar, { name: 'editor.format', tools: TOOLS, place, children: h('output', null, 'Enregistré') }));
}

/** Presses a key. @returns the name of the button with the focus, and whether the page may not act on the key, too */
function key(name: string, on: Element | null = document.activeElement): readonly [string, boolean] {
  const event = new KeyboardEvent('keydown', { key: name, bubbles: true, cancelable: true });
  on?.dispatchEvent(event);
  const { activeElement } = document;
  return [activeElement?.getAttribute('aria-label') ?? activeElement?.textContent ?? '', event.defaultPrevented];
}

test('a toolbar has a name, its buttons in order, and what stands behind them', async () => {
  await drawn();
  expect([bar().getAttribute('aria-label'), bar().className]).toEqual([t('editor.format'), 's-tools s-tools-top']);
  expect(buttons()).toEqual(TOOLS.map(({ name }) => t(name)));
  expect([bar().lastElementChild?.textContent, [...document.querySelectorAll('button')].every(({ type }) => type === 'button')]).toEqual([
    'Enregistré',
    true,
  ]);
  await drawn('bottom');
  expect(bar().className).toBe('s-tools s-tools-bottom');
});

test('a name is shown or read out, never both', async () => {
  await drawn();
  const facts = (name: Parameters<typeof t>[0]) => [named(name).getAttribute('aria-label'), named(name).textContent];
  expect([facts('editor.add'), facts('editor.bold')]).toEqual([
    [null, t('editor.add')],
    [t('editor.bold'), ''],
  ]);
  expect([named('editor.add').title, named('editor.bold').title]).toEqual([t('editor.add'), `${t('editor.bold')} (Ctrl+B)`]);
});

test('only a button that stays down is one to a screen reader', async () => {
  await drawn();
  expect(TOOLS.map(({ name }) => named(name).getAttribute('aria-pressed'))).toEqual([null, null, null, 'true', 'false']);
});

test('the main button, those with an icon alone and the one at the end have their looks', async () => {
  await drawn();
  expect(TOOLS.map(({ name }) => named(name).className)).toEqual([
    's-tool s-tool-main',
    's-tool s-tool-icon',
    's-tool s-tool-icon s-tool-last',
    's-tool',
    's-tool s-tool-icon',
  ]);
});

test('a button acts, unless it is disabled', async () => {
  await drawn();
  await press(t('editor.bold'));
  await press(t('editor.undo'));
  expect([run.mock.calls, TOOLS.map(({ name }) => named(name).disabled)]).toEqual([[['bold']], [false, false, true, false, false]]);
});

test('arrows go around the buttons that can be pressed', async () => {
  await drawn();
  named('editor.bold').focus();
  const names = (...keys: readonly string[]) => keys.map((one) => key(one));
  expect(names('ArrowRight', 'ArrowRight', 'ArrowRight', 'ArrowLeft', 'ArrowLeft')).toEqual(
    (['editor.raw', 'editor.plain', 'editor.add', 'editor.plain', 'editor.raw'] as const).map((name) => [t(name), true]),
  );
  expect(names('ArrowDown', 'Home', 'a')).toEqual(Array(3).fill([t('editor.raw'), false]));
});

test('arrows outside the buttons are left to what has the focus', async () => {
  await drawn();
  const field = document.createElement('input');
  bar().append(field);
  field.focus();
  expect([key('ArrowRight', field)[1], document.activeElement]).toEqual([false, field]);
});
