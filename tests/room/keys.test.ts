// @vitest-environment happy-dom
import { beforeEach, describe, expect, test, vi } from 'vitest';
import { bindSwipe, keyHandler } from '../../src/room/keys.ts';

let done: string[];
let handler: (event: KeyboardEvent) => void;

beforeEach(() => {
  document.body.innerHTML =
    '<input type="checkbox" id="r-letters" checked><button></button><input id="n" inputmode="numeric"><p></p><div class="r-tall"><div class="r-body"></div></div><div class="r-body" id="low"></div><div class="r-notes"></div><details><summary></summary></details><a href="#">a</a><dialog></dialog>';
  done = [];
  const names = ['b', '.', ' ', 'ArrowDown', 'ArrowUp', 'ArrowLeft', 'ArrowRight', 'Home', 'End', 'Escape', '+'];
  handler = keyHandler(Object.fromEntries(names.map((key) => [key, () => done.push(key)])), (number, isLess) =>
    done.push(`${isLess ? '-' : ''}${number}`),
  );
});

/** Presses a key, and returns true if the handler took it. */
function press(key: string, more: KeyboardEventInit = {}, at = 'p'): boolean {
  const event = new KeyboardEvent('keydown', { key, code: '', cancelable: true, bubbles: true, ...more });
  const target = document.querySelector(at) as HTMLElement;
  target.addEventListener('keydown', handler as EventListener, { once: true });
  target.dispatchEvent(event);
  return event.defaultPrevented;
}

describe('a key', () => {
  test('runs its action, whether a letter is small or capital, and the browser does nothing more', () => {
    expect([press('b'), press('B'), press('Home'), press('Escape')]).toEqual([true, true, true, true]);
    expect(done).toEqual(['b', 'b', 'Home', 'Escape']);
  });

  test('without an action is left to the browser', () => {
    expect([press('z'), press('Tab'), done.length]).toEqual([false, false, 0]);
  });

  test.each(['ctrlKey', 'metaKey', 'altKey'])('with %s is the browser’s', (name) => {
    expect([press('b', { [name]: true }), done.length]).toEqual([false, 0]);
  });

  test('does nothing while a dialog is open', () => {
    document.querySelector('dialog')?.setAttribute('open', '');
    expect([press('b'), done.length]).toEqual([false, 0]);
  });

  test('of a single character can be switched off; the space bar and named keys stay', () => {
    (document.getElementById('r-letters') as HTMLInputElement).checked = false;
    expect([press('b'), press('.'), press('1', { code: 'Digit1' })]).toEqual([false, false, false]);
    expect([press(' '), press('ArrowDown')]).toEqual([true, true]);
    expect(done).toEqual([' ', 'ArrowDown']);
  });

  test.each([
    [' ', 'button', false],
    [' ', 'a', false],
    [' ', 'summary', false],
    [' ', '#n', false],
    [' ', '.r-body', true],
    ['ArrowDown', '.r-body', false],
    ['ArrowDown', '#low', true],
    ['ArrowDown', '.r-notes', false],
    ['ArrowDown', '#n', false],
    ['ArrowDown', 'button', true],
    ['ArrowUp', '.r-body', false],
    ['ArrowUp', '.r-notes', false],
    ['ArrowUp', '#n', false],
    ['ArrowUp', '#low', true],
    ['ArrowLeft', '#n', false],
    ['ArrowRight', '#n', false],
    ['ArrowRight', '.r-body', true],
    ['End', '#n', false],
    ['End', '.r-body', true],
    ['Escape', '#n', true],
    ['ArrowLeft', '.r-body', true],
    ['Home', '#n', false],
    ['b', '#n', false],
    ['b', 'button', true],
  ])('“%s” on %s: taken %s', (key, at, taken) => {
    expect(press(key, {}, at)).toBe(taken);
  });

  test('whose target is the document itself is taken', () => {
    const event = new KeyboardEvent('keydown', { key: ' ', cancelable: true });
    document.addEventListener('keydown', handler, { once: true });
    document.dispatchEvent(event);
    expect(event.defaultPrevented).toBe(true);
  });
});

describe('a digit', () => {
  test('counts a hand, or one less with Shift, in both rows of digits and on every layout', () => {
    expect([press('&', { code: 'Digit1' }), press('9', { code: 'Numpad9' }), press('2', { code: 'Digit2', shiftKey: true })]).toEqual([
      true,
      true,
      true,
    ]);
    expect(done).toEqual(['1', '9', '-2']);
  });

  test('is none at zero, and an action of the same key comes first', () => {
    expect([press('0', { code: 'Digit0' }), press('+', { code: 'Digit1', shiftKey: true }), press('F1', { code: 'F1' })]).toEqual([
      false,
      true,
      false,
    ]);
    expect(done).toEqual(['+']);
  });
});

describe('a swipe', () => {
  const next = vi.fn();
  const previous = vi.fn();
  beforeEach(() => {
    next.mockClear();
    previous.mockClear();
    bindSwipe(document.querySelector('p') as HTMLElement, next, previous);
  });
  const send = (type: string, name: 'touches' | 'changedTouches', ...points: readonly (readonly [number, number])[]): void => {
    const touches = points.map(([clientX, clientY]) => ({ clientX, clientY }));
    document.querySelector('p')?.dispatchEvent(Object.assign(new Event(type), { [name]: touches }));
  };
  const swipe = (x: number, y = 0): void => {
    send('touchstart', 'touches', [500, 500]);
    send('touchend', 'changedTouches', [500 + x, 500 + y]);
  };
  const calls = (): readonly number[] => [next.mock.calls.length, previous.mock.calls.length];

  test('to the left goes on, one to the right goes back', () => {
    swipe(-60);
    expect(calls()).toEqual([1, 0]);
    swipe(60, -30);
    expect(calls()).toEqual([1, 1]);
    swipe(100, 50);
    swipe(-100, 50);
    expect(calls()).toEqual([2, 2]);
  });

  test.each([
    ['short', 59, 0],
    ['rather vertical', 100, 51],
    ['upwards', -100, -60],
  ])('that is %s does nothing', (_, x, y) => {
    swipe(x, y);
    expect(calls()).toEqual([0, 0]);
  });

  test('of two fingers, or that began elsewhere, does nothing', () => {
    send('touchstart', 'touches', [500, 500], [600, 500]);
    send('touchend', 'changedTouches', [100, 500]);
    swipe(-100);
    send('touchend', 'changedTouches', [100, 500]);
    expect(calls()).toEqual([1, 0]);
  });
});
