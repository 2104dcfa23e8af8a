// @vitest-environment happy-dom
import { h, render } from 'preact';
import { act } from 'preact/test-utils';
import { afterEach, describe, expect, test, vi } from 'vitest';
import { Menu, type MenuItem } from '../../../build/studio/ui/menu.tsx';
import { button, draw, icons, press, pressKey, settled, undraw, wordsOf } from '../../helpers/drawn.ts';

const runs: string[] = [];
const item = (label: string, more: Partial<MenuItem> = {}): MenuItem => ({ label, run: () => void runs.push(label), ...more });
const ITEMS = [
  item('Bread'),
  item('Cake', { isDisabled: true }),
  item('Tart', { icon: 'check', keys: 'Alt+T' }),
  item('Burn', { isDangerous: true }),
];

afterEach(async () => {
  await undraw();
  runs.length = 0;
  vi.restoreAllMocks();
});

const opener = (): HTMLButtonElement => button('Oven');
const list = (): HTMLElement | null => document.querySelector('[role=menu]');
const entries = (): readonly HTMLButtonElement[] => [...document.querySelectorAll<HTMLButtonElement>('[role^=menuitem]')];
const focused = (): string => wordsOf(document.activeElement);

async function opened(items: readonly MenuItem[] = ITEMS): Promise<void> {
  await draw(h(Menu, { label: 'Oven', items }));
  await press('Oven');
}

describe('the button of a menu', () => {
  test('shows three dots, and reports that it opens a menu', async () => {
    await draw(h(Menu, { label: 'Oven', items: ITEMS }));
    expect([opener().getAttribute('aria-haspopup'), opener().getAttribute('aria-expanded'), opener().title, icons()]).toEqual([
      'menu',
      'false',
      'Oven',
      ['ellipsis'],
    ]);
    expect([list(), document.querySelector('.s-button-text')]).toEqual([null, null]);
  });

  test('may show words and another icon, and keeps its name', async () => {
    await draw(h(Menu, { label: 'Oven', text: 'Session 1', icon: 'chevron-down', items: ITEMS, more: 's-switch' }));
    expect([wordsOf(opener()), opener().title, icons(), document.querySelector('.s-menu')?.className]).toEqual([
      'Session 1',
      '',
      ['chevron-down'],
      's-menu s-switch',
    ]);
  });

  test('opens and closes it', async () => {
    await opened();
    expect([opener().getAttribute('aria-expanded'), list()?.getAttribute('aria-label'), list()?.tabIndex]).toEqual(['true', 'Oven', -1]);
    await press('Oven');
    expect([opener().getAttribute('aria-expanded'), list()]).toEqual(['false', null]);
  });
});

describe('an entry', () => {
  test('shows its icon, its key and its danger', async () => {
    await opened();
    expect(entries().map((one) => [one.textContent, one.type, one.getAttribute('role'), one.disabled, one.tabIndex])).toEqual([
      ['Bread', 'button', 'menuitem', false, -1],
      ['Cake', 'button', 'menuitem', true, -1],
      ['TartAlt+T', 'button', 'menuitem', false, -1],
      ['Burn', 'button', 'menuitem', false, -1],
    ]);
    expect(entries().map(icons)).toEqual([[], [], ['check'], []]);
    expect([wordsOf(document.querySelector('kbd')), document.querySelectorAll('kbd').length]).toEqual(['Alt+T', 1]);
    expect(entries().map(({ className }) => className.includes('s-dangerous'))).toEqual([false, false, false, true]);
  });

  test('of a choice reports whether it is chosen', async () => {
    await opened([item('Bread', { isChosen: false }), item('Tart', { isChosen: true }), item('Cake')]);
    expect(entries().map((one) => [one.getAttribute('role'), one.getAttribute('aria-checked')])).toEqual([
      ['menuitemradio', 'false'],
      ['menuitemradio', 'true'],
      ['menuitem', null],
    ]);
    expect(entries().map(icons)).toEqual([[], ['check'], []]);
    expect([document.querySelectorAll('.s-menu-mark').length, entries()[0]?.hasAttribute('disabled')]).toEqual([2, false]);
    expect(focused()).toBe('Bread');
  });

  test('runs once the menu is closed and the focus is back on its button', async () => {
    const seen: unknown[] = [];
    await opened([item('Bread', { run: () => void seen.push(document.activeElement === opener()) })]);
    await act(() => entries()[0]?.click());
    expect([seen, list()]).toEqual([[true], null]);
  });
});

describe('keys', () => {
  test('go through the entries that can be used, round and round', async () => {
    await opened();
    expect(focused()).toBe('Bread');
    const seen: string[] = [];
    for (const key of ['ArrowDown', 'ArrowDown', 'ArrowDown', 'ArrowUp', 'Home', 'End']) {
      expect(await pressKey(key)).toBe(true);
      seen.push(focused());
    }
    expect(seen).toEqual(['TartAlt+T', 'Burn', 'Bread', 'Burn', 'Bread', 'Burn']);
  });

  test('the focus stays where it is when the entries change', async () => {
    await opened();
    await pressKey('ArrowDown');
    const [place] = document.body.children;
    await act(() => render(h('div', null, h(Menu, { label: 'Oven', items: ITEMS.slice(0, 3) })), place as Element));
    expect([focused(), entries().length]).toEqual(['TartAlt+T', 3]);
  });

  test('the first entry that can be used has the focus', async () => {
    await opened([item('Cake', { isDisabled: true }), item('Bread')]);
    expect(focused()).toBe('Bread');
  });

  test('Escape closes it, and nothing else', async () => {
    await opened();
    const received = vi.fn();
    document.body.addEventListener('keydown', received);
    expect(await pressKey('Escape')).toBe(true);
    document.body.removeEventListener('keydown', received);
    expect([list(), document.activeElement, received.mock.calls.length]).toEqual([null, opener(), 0]);
  });

  test('others are left to the browser and the page', async () => {
    await opened();
    const received = vi.fn();
    document.body.addEventListener('keydown', received);
    expect([await pressKey('a'), await pressKey('Tab'), focused()]).toEqual([false, false, 'Bread']);
    document.body.removeEventListener('keydown', received);
    expect([received.mock.calls.length, list() === null]).toEqual([2, false]);
  });
});

describe('elsewhere', () => {
  const at = async (kind: string, target: Element | null): Promise<void> => {
    await act(() => void target?.dispatchEvent(new Event(kind, { bubbles: true })));
    await settled();
  };

  test.each(['pointerdown', 'focusin'])('%s closes it, but not inside', async (kind) => {
    await opened();
    await at(kind, entries()[2] ?? null);
    expect(list()).not.toBeNull();
    await at(kind, document.body);
    expect([list(), document.activeElement === opener()]).toEqual([null, false]);
  });

  test('nothing listens any more once it is closed', async () => {
    const [added, removed] = [vi.spyOn(document, 'addEventListener'), vi.spyOn(document, 'removeEventListener')];
    const own = ({ mock }: typeof added): readonly unknown[] =>
      mock.calls.filter(([kind]) => /^pointerdown$|^focusin$/.test(kind)).map(([kind, task]) => [kind, task]);
    await draw(h(Menu, { label: 'Oven', items: ITEMS }));
    expect(own(added)).toEqual([]);
    await press('Oven');
    await press('Oven');
    expect(own(added).length).toBe(2);
    expect(own(removed as never)).toEqual(own(added));
  });
});
