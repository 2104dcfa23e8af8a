// @vitest-environment happy-dom
import { beforeEach, expect, it, vi } from 'vitest';
import { createGlossary } from '../../src/player/glossary.ts';

beforeEach(() => {
  document.documentElement.lang = 'fr';
  document.body.innerHTML =
    '<div id="c-live" role="status"></div><div id="c-tip"></div><dl id="c-glossary"></dl><a id="c-to-glossary" hidden></a><p id="text"></p>';
});
const text = (): HTMLElement => document.getElementById('text') as HTMLElement;
const button = (): HTMLElement => document.querySelector('.c-term-button') as HTMLElement;

it('lists all terms in the order of the language, each once, and shows the link to them', () => {
  const update = createGlossary();
  update();
  expect(document.getElementById('c-to-glossary')?.hidden).toBe(true);
  text().innerHTML = '<dfn class="c-term" data-def="Il freine.">patin</dfn> <dfn class="c-term" data-def="Il mène.">écrou</dfn>';
  update();
  update();
  expect([...document.querySelectorAll('#c-glossary > *')].map((one) => one.textContent)).toEqual([
    'écrou',
    'Il mène.',
    'patin',
    'Il freine.',
  ]);
  expect([document.getElementById('c-to-glossary')?.hidden, document.querySelectorAll('.c-term-button').length]).toEqual([false, 2]);
});

it('shows the link to a single term', () => {
  text().innerHTML = '<dfn class="c-term" data-def="Il freine.">patin</dfn>';
  createGlossary()();
  expect(document.getElementById('c-to-glossary')?.hidden).toBe(false);
});

it('explains a term by a press, and by both keys of a button', () => {
  text().innerHTML = '<dfn class="c-term" data-def="Il freine.">patin</dfn>';
  createGlossary()();
  const tip = document.getElementById('c-tip') as HTMLElement;
  expect([button().getAttribute('role'), button().tabIndex]).toEqual(['button', 0]);
  for (const act of [
    () => button().click(),
    ...['Enter', ' '].map((key) => () => button().dispatchEvent(new KeyboardEvent('keydown', { key, cancelable: true }))),
  ]) {
    tip.textContent = '';
    document.body.prepend(tip);
    act();
    // Without popovers, the definition stands behind its word.
    expect([tip.textContent, tip.previousElementSibling === document.querySelector('.c-term')]).toEqual(['Il freine.', true]);
  }
  const enter = new KeyboardEvent('keydown', { key: 'Enter', cancelable: true });
  button().dispatchEvent(enter);
  expect(enter.defaultPrevented).toBe(true);
  tip.textContent = '';
  const tab = new KeyboardEvent('keydown', { key: 'Tab', cancelable: true });
  button().dispatchEvent(tab);
  expect([tip.textContent, tab.defaultPrevented]).toEqual(['', false]);
});

it('shows a definition below its word, or above where there is no room, inside the window', () => {
  text().innerHTML = '<dfn class="c-term" data-def="Il freine.">patin</dfn>';
  createGlossary()();
  const tip = document.getElementById('c-tip') as HTMLElement;
  const shown = vi.fn();
  Object.assign(tip, { showPopover: shown });
  const size = (of: object, values: Readonly<Record<string, number>>): void => {
    for (const [name, value] of Object.entries(values)) Object.defineProperty(of, name, { value, configurable: true });
  };
  size(document.documentElement, { clientWidth: 300, clientHeight: 200 });
  size(tip, { offsetWidth: 100, offsetHeight: 50 });
  const at = (left: number, top: number): readonly [string, string] => {
    button().getBoundingClientRect = () => ({ left, top, bottom: top + 20 }) as DOMRect;
    button().click();
    return [tip.style.left, tip.style.top];
  };
  expect([at(50, 10), at(0, 122), at(290, 123)]).toEqual([
    ['50px', '38px'],
    ['16px', '150px'],
    ['184px', '65px'],
  ]);
  expect([shown.mock.calls.length, document.getElementById('c-live')?.textContent]).toEqual([3, expect.stringContaining('Il freine.')]);
});
