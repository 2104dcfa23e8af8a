// @vitest-environment happy-dom
import { beforeAll, beforeEach, expect, test, vi } from 'vitest';
import { PAGE } from './main-page.ts';

const one = <Type extends HTMLElement = HTMLElement>(id: string): Type => document.getElementById(id) as Type;
const press = (key: string, more: KeyboardEventInit = {}): void => {
  document.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true, ...more }));
};
const shown = (): string | undefined => document.querySelector<HTMLElement>('.r-screen:not([hidden])')?.dataset.title;
const text = (id: string): string | null => one(id).textContent;
const opened = vi.fn();
let begun: unknown[] = [];
let fontsLoaded = (): void => undefined;

beforeAll(async () => {
  vi.useFakeTimers();
  document.body.innerHTML = PAGE;
  const ready = new Promise<void>((resolve) => {
    fontsLoaded = resolve;
  });
  Object.defineProperty(document, 'fonts', { value: { ready } });
  vi.stubGlobal('open', opened);
  await import('../../src/room/main.ts');
  begun = [shown(), document.activeElement?.textContent];
});

beforeEach(() => {
  opened.mockReset();
  one('r-black').hidden = true;
  for (const dialog of document.querySelectorAll('dialog')) dialog.close();
  press('End');
  press('Home');
});

test('it begins at the first screen, whose title has the focus', () => {
  expect(begun).toEqual(['Accueil', 'Accueil']);
  expect([shown(), text('r-next-text'), text('r-place'), one<HTMLButtonElement>('r-previous').disabled]).toEqual([
    'Accueil',
    'Commencer',
    '1/3',
    true,
  ]);
  expect([one('r-next').hidden, one('r-explain').hidden, one('r-clear').hidden, text('r-hands')]).toEqual([false, true, true, '']);
});

test.each(['ArrowRight', 'ArrowDown', ' ', 'PageDown'])('“%s” goes on, to the answer of a question too', (key) => {
  press(key);
  expect([shown(), text('r-next-text'), one('r-next').hasAttribute('data-asks'), one<HTMLButtonElement>('r-previous').disabled]).toEqual([
    'Feu',
    'Réponse',
    true,
    false,
  ]);
  press(key);
  expect([shown(), text('r-next-text'), one('r-next').hasAttribute('data-asks')]).toEqual(['Feu', 'Suivant', false]);
  press(key);
  expect([shown(), one('r-next').hidden]).toEqual(['Fin', true]);
  press('Home');
  press('ArrowRight');
  press('r');
});

test.each(['ArrowLeft', 'ArrowUp', 'PageUp'])('“%s” goes back', (key) => {
  press('End');
  expect(shown()).toBe('Fin');
  press(key);
  expect(shown()).toBe('Feu');
});

test('buttons go on and back', () => {
  one('r-next').click();
  expect(shown()).toBe('Feu');
  one('r-previous').click();
  expect(shown()).toBe('Accueil');
});

test('R shows the answer and hides it; P explains what is shown', () => {
  press('ArrowRight');
  press('p');
  expect([one('r-explain').hidden, one('r-explain').getAttribute('aria-pressed')]).toEqual([true, 'false']);
  press('r');
  expect([one('r-explain').hidden, one('r-explain').getAttribute('aria-pressed')]).toEqual([false, 'false']);
  press('p');
  expect(one('r-explain').getAttribute('aria-pressed')).toBe('true');
  one('r-explain').click();
  expect(one('r-explain').getAttribute('aria-pressed')).toBe('false');
  press('r');
  expect(one('r-explain').hidden).toBe(true);
});

test.each(['b', 'B', '.'])('“%s” makes the screen black; any action only ends it', (key) => {
  press(key);
  expect([one('r-black').hidden, document.activeElement?.id]).toEqual([false, 'r-black']);
  for (const other of ['ArrowRight', 'ArrowLeft', 'Home', 'End', 'p', 'r', 's', 'Escape', key]) {
    press(other);
    expect([other, one('r-black').hidden, shown(), document.activeElement?.id, document.querySelector('dialog[open]')]).toEqual([
      other,
      true,
      'Accueil',
      'r-black-on',
      null,
    ]);
    press(key);
  }
  one('r-black').click();
  expect(one('r-black').hidden).toBe(true);
  press('Escape');
  expect(one('r-black').hidden).toBe(true);
  one('r-black-on').click();
  expect(one('r-black').hidden).toBe(false);
});

test('hands are counted by digits, with Shift one less, and by buttons', () => {
  press('ArrowRight');
  expect([text('r-hands'), one('r-clear').hidden]).toEqual(['0 mains', true]);
  press('1', { code: 'Digit1' });
  expect([text('r-hands'), one('r-clear').hidden]).toEqual(['1 main', false]);
  press('2', { code: 'Digit2' });
  expect(text('r-hands')).toBe('2 mains');
  press('!', { code: 'Digit1', shiftKey: true });
  expect(text('r-hands')).toBe('1 main');
  press('9', { code: 'Digit9' });
  expect(text('r-hands')).toBe('1 main');
  document.querySelector<HTMLElement>('.r-screen:not([hidden]) [data-more]')?.click();
  expect(text('r-hands')).toBe('2 mains');
  one('r-clear').click();
  expect([text('r-hands'), one('r-clear').hidden, document.activeElement?.id]).toEqual(['0 mains', true, 'r-next']);
});

test('T starts the timer of the page and stops it', () => {
  press('t');
  expect(one('r-timer').getAttribute('aria-pressed')).toBe('true');
  vi.advanceTimersByTime(5000);
  expect(one('r-timer').querySelector('span')?.textContent).toBe('1:55');
  press('t');
  expect(one('r-timer').getAttribute('aria-pressed')).toBe('false');
  press('End');
  expect(one('r-timer').querySelector('span')?.textContent).toBe('0:00');
});

test('N shows the notes beside, for the screen of each moment; O opens them in a window', () => {
  press('n');
  expect([one('r-notes').hidden, one('r-notes').querySelector('h2')?.textContent]).toEqual([false, 'Accueil']);
  press('ArrowRight');
  expect(one('r-notes').querySelector('h2')?.textContent).toBe('Feu');
  press('n');
  expect(one('r-notes').hidden).toBe(true);
  press('o');
  expect(opened).toHaveBeenCalledTimes(1);
});

test('S and its button list the screens, by the titles of their pages; one is chosen', () => {
  const dialog = one<HTMLDialogElement>('r-contents');
  expect([...dialog.querySelectorAll('h3, li')].map(({ textContent }) => textContent)).toEqual([
    'Le quai',
    '1. Accueil',
    '2. Feu',
    'La voie',
    '3. Fin',
  ]);
  press('s');
  expect(dialog.open).toBe(true);
  dialog.querySelector<HTMLElement>('[data-close]')?.click();
  expect(dialog.open).toBe(false);
  one('r-list').click();
  dialog.querySelectorAll<HTMLElement>('li button')[2]?.click();
  expect([dialog.open, shown()]).toEqual([false, 'Fin']);
});

test('a question mark and its button show the help', () => {
  const dialog = one<HTMLDialogElement>('r-help');
  press('?');
  expect(dialog.open).toBe(true);
  one('help-close').click();
  expect(dialog.open).toBe(false);
  one('r-help-open').click();
  expect(dialog.open).toBe(true);
});

test('F fills the whole screen, and leaves it', () => {
  const enter = vi.fn(async () => undefined);
  const leave = vi.fn(() => Promise.reject(new Error('not allowed')));
  Object.assign(document.documentElement, { requestFullscreen: enter });
  Object.assign(document, { exitFullscreen: leave });
  press('f');
  expect([enter.mock.calls.length, leave.mock.calls.length]).toEqual([1, 0]);
  Object.defineProperty(document, 'fullscreenElement', { value: document.body, configurable: true });
  press('f');
  expect([enter.mock.calls.length, leave.mock.calls.length]).toEqual([1, 1]);
});

test('a link inside goes to the screen of its target; one to the web opens a window; others do nothing', () => {
  const link = document.querySelector<HTMLElement>('a[href="#feu"]');
  const click = (element: HTMLElement | null): boolean | undefined =>
    element?.dispatchEvent(new MouseEvent('click', { bubbles: true, cancelable: true }));
  expect([click(link), shown()]).toEqual([false, 'Feu']);
  press('Home');
  expect([click(one('none')), click(one('mail')), shown(), opened.mock.calls]).toEqual([false, false, 'Accueil', []]);
  expect([click(one('out')), opened.mock.calls]).toEqual([false, [['https://example.org/x', '_blank', 'noopener']]]);
  expect([click(one('http')), opened.mock.lastCall]).toEqual([false, ['http://example.org/y', '_blank', 'noopener']]);
  expect([click(one('coded')), shown(), opened.mock.calls.length]).toEqual([false, 'Fin', 2]);
  expect(click(one('r-stage'))).toBe(true);
});

test('a swipe goes on or back; on a black screen it ends that', () => {
  const swipe = (from: number, to: number): void => {
    const stage = one('r-stage');
    const touch = (name: string, key: string, x: number): void =>
      void stage.dispatchEvent(Object.assign(new Event(name, { bubbles: true }), { [key]: [{ clientX: x, clientY: 0 }] }));
    touch('touchstart', 'touches', from);
    touch('touchend', 'changedTouches', to);
  };
  swipe(200, 100);
  expect(shown()).toBe('Feu');
  swipe(100, 200);
  expect(shown()).toBe('Accueil');
  press('b');
  swipe(200, 100);
  expect([one('r-black').hidden, shown()]).toEqual([true, 'Accueil']);
});

test('plus makes the text larger, minus smaller', () => {
  const scale = (): number => Number(document.documentElement.style.getPropertyValue('--r-scale'));
  const first = scale();
  const sizes = ['+', '+', '-', '-'].map((key) => {
    press(key);
    return Math.round((100 * scale()) / first);
  });
  expect(sizes).toEqual([115, 130, 115, 100]);
});

test('what changes a height lays out again', () => {
  const draws = (act: () => void): boolean => {
    one('r-live').textContent = '';
    act();
    return one('r-live').textContent !== '';
  };
  const details = document.querySelector('details');
  expect([
    draws(() => window.dispatchEvent(new Event('resize'))),
    draws(() => document.querySelector('.r-body')?.dispatchEvent(new Event('load'))),
    draws(() => details?.dispatchEvent(new Event('toggle'))),
    draws(() => document.querySelector<HTMLElement>('.r-slot')?.click()),
    draws(() => document.querySelector<HTMLElement>('.r-scene button')?.click()),
    draws(() => undefined),
  ]).toEqual([true, true, true, true, true, false]);
});

test('a screen of several parts begins with the first, and ends with the last', () => {
  const body = document.querySelectorAll('.r-body')[2] as HTMLElement;
  body.insertAdjacentHTML('beforeend', '<p class="extra">un</p><p class="extra">deux</p>');
  Object.defineProperty(body, 'scrollHeight', { get: () => 10 * body.querySelectorAll('p:not([data-out])').length, configurable: true });
  Object.defineProperty(body, 'clientHeight', { value: 15, configurable: true });
  const screen = body.closest('.r-screen') as HTMLElement;
  const state = () => [text('r-place'), text('r-next-text'), one('r-next').hidden, one<HTMLButtonElement>('r-previous').disabled];
  press('End');
  const parts = [state()];
  press('ArrowRight');
  press('ArrowRight');
  parts.push(state());
  screen.setAttribute('data-reveals', '');
  press('End');
  const asks = [text('r-next-text')];
  press('ArrowRight');
  press('ArrowRight');
  asks.push(text('r-next-text'));
  press('r');
  // Nothing explains the answer of this screen.
  asks.push(String(one('r-explain').hidden));
  press('r');
  screen.removeAttribute('data-reveals');
  for (const extra of body.querySelectorAll('.extra')) extra.remove();
  Reflect.deleteProperty(body, 'scrollHeight');
  Reflect.deleteProperty(body, 'clientHeight');
  expect([parts, asks]).toEqual([
    [
      ['3/3 · partie 1/3', 'Suivant', false, false],
      ['3/3 · partie 3/3', 'Suivant', true, false],
    ],
    ['Suivant', 'Réponse', 'true'],
  ]);
});

test('back is possible from a later part of the first screen, and goes to the last part of a screen', () => {
  const body = document.querySelector('.r-body') as HTMLElement;
  body.insertAdjacentHTML('beforeend', '<p class="extra">un</p><p class="extra">deux</p><p class="extra">trois</p>');
  Object.defineProperty(body, 'scrollHeight', { get: () => 10 * body.querySelectorAll('p:not([data-out])').length, configurable: true });
  Object.defineProperty(body, 'clientHeight', { value: 15, configurable: true });
  const state = () => [text('r-place'), one<HTMLButtonElement>('r-previous').disabled];
  press('Home');
  const states = [state()];
  press('ArrowRight');
  states.push(state());
  press('ArrowRight');
  one('r-next').click();
  one('r-previous').click();
  states.push(state());
  for (const extra of body.querySelectorAll('.extra')) extra.remove();
  Reflect.deleteProperty(body, 'scrollHeight');
  Reflect.deleteProperty(body, 'clientHeight');
  expect(states).toEqual([
    ['1/3 · partie 1/3', true],
    ['1/3 · partie 2/3', false],
    ['1/3 · partie 3/3', false],
  ]);
});

test('the screen is laid out again once its fonts have loaded', async () => {
  one('r-live').textContent = '';
  await Promise.resolve();
  expect(text('r-live')).toBe('');
  fontsLoaded();
  await Promise.resolve();
  expect(text('r-live')).not.toBe('');
});

test('an unknown key is left to the browser', () => {
  const event = new KeyboardEvent('keydown', { key: 'x', cancelable: true });
  document.dispatchEvent(event);
  expect(event.defaultPrevented).toBe(false);
});
