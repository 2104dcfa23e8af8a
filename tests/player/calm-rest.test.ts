// @vitest-environment happy-dom
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { ignorePressesAtRest, rest, wake } from '../../src/player/calm.ts';

/** Listeners that a test adds to the page. */
const added: [string, EventListenerOrEventListenerObject][] = [];

beforeEach(() => {
  vi.useFakeTimers();
  document.body.innerHTML =
    '<section data-activity="a"><textarea></textarea><select><option>1</option></select><input type="range"><input type="checkbox"><input type="radio"><i></i><div class="c-actions"><button><b>Vérifier</b></button></div></section>';
});
afterEach(() => {
  vi.useRealTimers();
  for (const [type, listener] of added.splice(0)) document.removeEventListener(type, listener, true);
});

const root = (): HTMLElement => document.querySelector('section') as HTMLElement;
const isCalm = (): boolean => root().dataset.calm !== undefined;

it('rests for six tenths of a second, from the last time on', () => {
  rest(root());
  vi.advanceTimersByTime(599);
  expect(isCalm()).toBe(true);
  vi.advanceTimersByTime(1);
  expect(isCalm()).toBe(false);
  rest(root());
  vi.advanceTimersByTime(300);
  rest(root());
  vi.advanceTimersByTime(300);
  expect(isCalm()).toBe(true);
  vi.advanceTimersByTime(300);
  expect(isCalm()).toBe(false);
});

it('is woken at once if it starts afresh', () => {
  rest(root());
  wake(root());
  expect(isCalm()).toBe(false);
});

it('ignores what presses, and takes what types', () => {
  const add = vi.spyOn(document, 'addEventListener').mockImplementation((...given: unknown[]) => {
    const [type, listener] = given as (typeof added)[0];
    added.push([type, listener]);
    EventTarget.prototype.addEventListener.call(document, type, listener, true);
  });
  ignorePressesAtRest();
  add.mockRestore();
  const reached: string[] = [];
  root().addEventListener('keydown', () => reached.push('keydown'));
  const taken = (selector: string, event: Event): boolean => document.querySelector(selector)?.dispatchEvent(event) === true;
  const key = (name: string, repeat = false): Event => new KeyboardEvent('keydown', { key: name, repeat, bubbles: true, cancelable: true });
  const click = (detail: number): Event => new MouseEvent('click', { bubbles: true, cancelable: true, detail });
  // A double click, and a key held down, on what is no button of the activity.
  expect([taken('i', click(2)), taken('i', key(' ', true)), taken('button', click(2)), taken('button', key(' ', true))]).toEqual([
    true,
    true,
    false,
    false,
  ]);
  expect(taken('button', new MouseEvent('pointerdown', { bubbles: true, cancelable: true, detail: 2 }))).toBe(true);
  expect(taken('button b', click(2))).toBe(false);
  expect(document.dispatchEvent(click(1))).toBe(true);
  rest(root());
  expect(['a', 'Tab'].map((name) => taken('input[type="checkbox"]', key(name)))).toEqual([true, true]);
  reached.length = 0;
  const fields = ['textarea', 'select', 'input[type="range"]', 'input[type="checkbox"]', 'input[type="radio"]', 'i', 'option'];
  expect(fields.map((field) => [taken(field, key('Enter')), taken(field, key(' ')), taken(field, click(1))])).toEqual([
    [true, true, true],
    [false, true, true],
    [false, false, false],
    [false, false, false],
    [false, false, false],
    [false, false, false],
    [false, false, true],
  ]);
  expect(reached).toHaveLength(3);
});
