// @vitest-environment happy-dom
import { beforeEach, expect, it, vi } from 'vitest';
import { ignoreSecondClicks, unfold, watchLeaving } from '../../src/player/page-events.ts';
import type { Tracker } from '../../src/visit/tracker.ts';

beforeEach(() => {
  document.body.innerHTML = '';
});

it('opens what is folded on the page for printing, and folds it again, but not what the learner had opened', () => {
  document.body.innerHTML =
    '<section class="c-page"><details></details><details open></details></section><section class="c-page" hidden><details></details></section>';
  const open = (): boolean[] => [...document.querySelectorAll('details')].map((details) => details.open);
  unfold();
  expect(open()).toEqual([true, true, false]);
  dispatchEvent(new Event('afterprint'));
  expect(open()).toEqual([false, true, false]);
  // What the learner opens later stays open after another print.
  const [first] = document.querySelectorAll('details');
  if (first) first.open = true;
  dispatchEvent(new Event('afterprint'));
  expect(open()).toEqual([true, true, false]);
});

it('opens parts of which one is open at a time, all of them for printing', () => {
  document.body.innerHTML = '<section class="c-page"><details></details><details open></details><details></details></section>';
  const all = [...document.querySelectorAll('details')];
  for (const one of all) one.name = 'a';
  unfold();
  expect(all.map(({ open, name }) => [open, name])).toEqual([
    [true, ''],
    [true, 'a'],
    [true, ''],
  ]);
  dispatchEvent(new Event('afterprint'));
  expect(all.map(({ open, name }) => [open, name])).toEqual([
    [false, 'a'],
    [true, 'a'],
    [false, 'a'],
  ]);
});

it('lets the second click of a double click through only to what the first one hit', () => {
  ignoreSecondClicks();
  document.body.innerHTML = '<button id="a"></button><button id="b"></button>';
  const pressed: string[] = [];
  for (const one of document.querySelectorAll('button')) one.onclick = () => pressed.push(one.id);
  const click = (id: string, detail: number) =>
    document.getElementById(id)?.dispatchEvent(new MouseEvent('click', { detail, bubbles: true, cancelable: true }));
  click('a', 1);
  click('a', 2);
  click('b', 2);
  click('b', 1);
  click('b', 0);
  // A key that presses a button, too, is a first click.
  click('a', 0);
  expect(pressed).toEqual(['a', 'a', 'b', 'b', 'a']);
  document.body.innerHTML = '<label id="label"><input type="checkbox" id="box"><i id="word">Sel</i></label><p id="text">Texte</p>';
  const taken = (id: string, detail: number) => click(id, detail) === true;
  expect([taken('word', 1), taken('box', 2), taken('text', 2), taken('text', 1), taken('text', 2), taken('box', 2)]).toEqual([
    true,
    true,
    false,
    true,
    true,
    false,
  ]);
  document.body.innerHTML = `<details><summary><i id="fold">Sel</i></summary></details><a href="#x"><i id="link">Eau</i></a><input id="field"><p id="text">Texte</p>`;
  for (const id of ['fold', 'link', 'field'])
    expect([taken(id, 1), taken(id, 2), taken('text', 2), taken('text', 1), taken(id, 2)]).toEqual([true, true, false, true, false]);
});

it('saves when the page is hidden, ends the visit when it is left, and reports that it came back', () => {
  const tracker = { flush: vi.fn(), leave: vi.fn() };
  const back = vi.fn();
  watchLeaving(tracker as unknown as Tracker, back);
  dispatchEvent(new Event('pageshow'));
  document.dispatchEvent(new Event('visibilitychange'));
  expect([tracker.flush.mock.calls.length, back.mock.calls.length]).toEqual([0, 0]);
  const hidden = vi.spyOn(document, 'hidden', 'get').mockReturnValue(true);
  document.dispatchEvent(new Event('visibilitychange'));
  hidden.mockRestore();
  expect([tracker.flush.mock.calls.length, tracker.leave.mock.calls.length]).toEqual([1, 0]);
  dispatchEvent(new Event('beforeunload'));
  expect(tracker.leave).not.toHaveBeenCalled();
  const handled: number[] = [];
  const count = (): number => handled.push(tracker.leave.mock.calls.length);
  addEventListener('beforeunload', count, { once: true });
  dispatchEvent(new Event('pagehide'));
  // The visit ends while the window handles that event, once.
  dispatchEvent(new Event('beforeunload'));
  dispatchEvent(new Event('pageshow'));
  expect([handled, tracker.leave.mock.calls, back.mock.calls.length]).toEqual([[0], [[]], 1]);
});
