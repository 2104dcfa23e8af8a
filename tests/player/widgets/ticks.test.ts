// @vitest-environment happy-dom
import { beforeEach, expect, it } from 'vitest';
import type { Verdict } from '../../../src/model/judging/verdict.ts';
import { useStrings } from '../../../src/player/widgets/strings.ts';
import { bindTicks } from '../../../src/player/widgets/ticks.ts';

const LINES = [{ token: 'a', feedback: '<p>Il freine.</p>' }, { token: 'b', feedback: '<p>Elle sonne.</p>' }, { token: 'c' }];

beforeEach(() => {
  useStrings({ 'mark.right': 'Juste', 'mark.wrong': 'Faux', 'mark.missed': 'Manque' });
  const option = (token: string): string => `<li><label class="c-option"><input type="checkbox" value="${token}">${token}</label></li>`;
  document.body.innerHTML = `<ul id="root">${['b', 'a', 'c'].map(option).join('')}</ul>`;
});

const root = (): HTMLElement => document.getElementById('root') as HTMLElement;
const input = (token: string): HTMLInputElement => document.querySelector(`[value="${token}"]`) as HTMLInputElement;
const verdict = (parts: Verdict['parts'], final: boolean): Verdict => ({ parts, final, ratio: 0, outcome: 'wrong' });

it('shows the stored ticks, and reads them in the order of the text', () => {
  const { ticked } = bindTicks(root(), LINES, ['b', 'a', 'zz'], false);
  expect([ticked(), input('c').checked]).toEqual([['a', 'b'], false]);
  expect(bindTicks(root(), LINES, { a: true }, false).ticked()).toEqual([]);
});

it('names the first option as the place of a missing answer', () => {
  const ticks = bindTicks(root(), LINES, null, false);
  expect(ticks.read('Choisissez.')).toEqual({ missing: 'Choisissez.', at: input('b') });
  expect(ticks.read(undefined)).toEqual({ missing: '', at: input('b') });
  input('c').checked = true;
  expect(ticks.read('Choisissez.')).toEqual(['c']);
  expect(bindTicks(document.createElement('ul'), LINES, null, false).read('Choisissez.')).toEqual([]);
});

it('can’t be changed once it is locked, or judged for the last time', () => {
  const shut = bindTicks(root(), LINES, [], true);
  expect(input('a').disabled).toBe(true);
  for (const one of [verdict({ a: 'wrong' }, false), null]) {
    shut.show(one);
    expect(input('a').disabled).toBe(true);
  }
  const { show } = bindTicks(root(), LINES, ['a'], false);
  const disabled = (one: Verdict | null): boolean => {
    show(one);
    return input('a').disabled;
  };
  expect([disabled(verdict({ a: 'wrong' }, false)), disabled(verdict({ a: 'wrong' }, true)), disabled(null)]).toEqual([false, true, false]);
});

it('leaves out a line that is not on the page', () => {
  const ticks = bindTicks(root(), [{ token: 'd', feedback: '<p>Ailleurs.</p>' }, ...LINES], ['d', 'a'], false);
  ticks.show(verdict({ d: 'right', a: 'right' }, true));
  expect([ticks.ticked(), [...document.querySelectorAll('.c-feedback')].map((one) => one.textContent)]).toEqual([['a'], ['Il freine.']]);
});

it('marks judged options, and explains those and the ticked ones', () => {
  const { show } = bindTicks(root(), LINES, ['b'], false);
  const shown = () => [
    [...document.querySelectorAll('.c-mark')].map((one) => one.textContent?.trim()),
    [...document.querySelectorAll('.c-feedback')].map((one) => one.textContent),
  ];
  show(verdict({ b: 'wrong', a: 'missed' }, true));
  expect(shown()).toEqual([
    ['Faux', 'Manque'],
    ['Elle sonne.', 'Il freine.'],
  ]);
  const kinds = () => [...document.querySelectorAll<HTMLElement>('.c-feedback')].map(({ dataset }) => dataset.mark);
  expect(kinds()).toEqual(['wrong', 'missed']);
  // A mark is part of its label's text, a reason is not.
  expect([...document.querySelectorAll('li')].map(({ children }) => [...children].map(({ className }) => className))).toEqual([
    ['c-option', 'c-feedback'],
    ['c-option', 'c-feedback'],
    ['c-option'],
  ]);
  expect(input('a').parentElement?.lastElementChild?.className).toBe('c-mark');
  show(verdict({}, false));
  expect([shown(), kinds()]).toEqual([[[], ['Elle sonne.']], ['info']]);
  show(null);
  expect(shown()).toEqual([[], []]);
});
