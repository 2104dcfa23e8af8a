// @vitest-environment happy-dom
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { Menu } from '../../../build/studio/editor/menu.ts';

const names = ['Dupliquer', 'Monter', 'Supprimer'];
const ran = vi.fn();
const shown = vi.fn();
let opener: HTMLButtonElement;
let menu: Menu;

beforeEach(() => {
  opener = document.createElement('button');
  document.body.append(opener);
  // happy-dom has no popovers.
  HTMLElement.prototype.showPopover = shown;
  menu = new Menu(
    opener,
    'Actions : Du bois ?',
    names.map((text) => ({ text, run: () => ran(text, list()) })),
  );
});
afterEach(() => {
  Reflect.deleteProperty(HTMLElement.prototype, 'showPopover');
  document.body.replaceChildren();
  vi.restoreAllMocks();
  vi.clearAllMocks();
});

const list = (): HTMLElement | null => document.querySelector('[role=menu]');
const items = (): HTMLElement[] => [...document.querySelectorAll<HTMLElement>('[role=menuitem]')];
const focused = (): string | null | undefined => document.activeElement?.textContent;
const isExpanded = (): string | null => opener.getAttribute('aria-expanded');

/** Presses a key in the menu. @returns whether the page may not act on it, too */
function press(key: string): boolean {
  const event = new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true });
  document.activeElement?.dispatchEvent(event);
  return event.defaultPrevented;
}

/** Opens the menu below a button. @param bottom of the button, in a window of 600 by 400 pixels */
function openAt({ right, bottom }: { readonly right: number; readonly bottom: number }): readonly [string, string] {
  vi.spyOn(opener, 'getBoundingClientRect').mockReturnValue({ right, bottom, top: bottom - 30 } as DOMRect);
  Object.defineProperty(window, 'innerHeight', { value: 400, configurable: true });
  vi.spyOn(HTMLElement.prototype, 'offsetWidth', 'get').mockReturnValue(120);
  vi.spyOn(HTMLElement.prototype, 'offsetHeight', 'get').mockReturnValue(100);
  menu.open();
  const { left, top } = list()?.style ?? {};
  return [left ?? '', top ?? ''];
}

test('nothing is on the page before it is opened', () => {
  expect([list(), isExpanded()]).toEqual([null, null]);
});

test('it is a menu with a name and its entries, and the first one gets the focus', () => {
  menu.open();
  expect([list()?.getAttribute('aria-label'), list()?.getAttribute('popover'), list()?.className, isExpanded()]).toEqual([
    'Actions : Du bois ?',
    'auto',
    's-pop',
    'true',
  ]);
  expect(items().map((one) => [one.textContent, one.getAttribute('type'), one.getAttribute('tabindex')])).toEqual(
    names.map((name) => [name, 'button', '-1']),
  );
  expect([shown.mock.contexts, focused()]).toEqual([[list()], 'Dupliquer']);
});

test('the arrows go from entry to entry, and around; Home and End to the first and the last', () => {
  menu.open();
  const visited = ['ArrowDown', 'ArrowDown', 'ArrowDown', 'ArrowUp', 'ArrowUp', 'Home', 'End'].map((key) => [press(key), focused()]);
  expect(visited).toEqual(
    ['Monter', 'Supprimer', 'Dupliquer', 'Supprimer', 'Monter', 'Dupliquer', 'Supprimer'].map((name) => [true, name]),
  );
});

test('other keys are left to the page', () => {
  menu.open();
  expect([press('a'), press('Enter'), focused(), isExpanded()]).toEqual([false, false, 'Dupliquer', 'true']);
});

test.each(['Escape', 'Tab'])('%s closes it, and gives the focus back', (key) => {
  menu.open();
  expect([press(key), list(), isExpanded(), document.activeElement]).toEqual([true, null, 'false', opener]);
});

test('an entry runs once the menu is closed', () => {
  menu.open();
  items()[1]?.click();
  expect(ran.mock.calls).toEqual([['Monter', null]]);
  expect([isExpanded(), document.activeElement]).toEqual(['false', opener]);
});

test('it closes with its popover, and leaves the focus where it went', () => {
  menu.open();
  const elsewhere = document.createElement('input');
  document.body.append(elsewhere);
  elsewhere.focus();
  const toggled = (newState: string): void => void list()?.dispatchEvent(Object.assign(new Event('toggle'), { newState }));
  toggled('open');
  expect(isExpanded()).toBe('true');
  toggled('closed');
  expect([list(), isExpanded(), document.activeElement]).toEqual([null, 'false', elsewhere]);
});

test('a menu that is closed already closes nothing again', () => {
  menu.open();
  const menuOf = list();
  press('Escape');
  opener.setAttribute('aria-expanded', 'by another menu');
  menuOf?.dispatchEvent(Object.assign(new Event('toggle'), { newState: 'closed' }));
  expect(isExpanded()).toBe('by another menu');
});

test.each([
  ['below its button, flush with its end', { right: 500, bottom: 200 }, ['380px', '204px']],
  ['below it, as long as there is room', { right: 500, bottom: 299 }, ['380px', '303px']],
  ['else above it', { right: 500, bottom: 300 }, ['380px', '166px']],
  ['never beyond the left side', { right: 100, bottom: 200 }, ['8px', '204px']],
])('it stands %s', (_, button, place) => {
  expect(openAt(button)).toEqual(place);
});

test('it stands never beyond the top', () => {
  Object.defineProperty(window, 'innerHeight', { value: 60, configurable: true });
  vi.spyOn(HTMLElement.prototype, 'offsetHeight', 'get').mockReturnValue(100);
  vi.spyOn(opener, 'getBoundingClientRect').mockReturnValue({ right: 500, bottom: 100, top: 70 } as DOMRect);
  menu.open();
  expect(list()?.style.top).toBe('8px');
});
