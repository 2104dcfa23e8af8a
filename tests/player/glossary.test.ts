// @vitest-environment happy-dom
import { beforeEach, expect, it } from 'vitest';
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
    act();
    expect(tip.textContent).toBe('Il freine.');
  }
  tip.textContent = '';
  button().dispatchEvent(new KeyboardEvent('keydown', { key: 'Tab' }));
  expect(tip.textContent).toBe('');
});
