// @vitest-environment happy-dom
import { expect, test } from 'vitest';
import { BAR, bank, counter, coveredRow, icon, slot, why } from '../../../build/room/forms/pieces.ts';
import { shownIn, strings, textsOf } from './ask.ts';

test('icons and bars are hidden from screen readers', () => {
  const icons = shownIn(icon('flag') + BAR);
  expect([...icons.children].map((one) => one.getAttribute('aria-hidden'))).toEqual(['true', 'true']);
  expect([icons.querySelector('use')?.getAttribute('href'), icons.querySelector('.r-fill') !== null]).toEqual(['#i-flag', true]);
});

test('a counter is a field between two buttons, each with a name', () => {
  const names = [...shownIn(counter('A "1"', strings)).querySelectorAll('button, input')].map((one) => one.getAttribute('aria-label'));
  expect(names).toEqual(['hand.less A "1"', 'hand A "1"', 'hand.more A "1"']);
  const input = document.querySelector('input') as HTMLInputElement;
  expect([input.value, input.getAttribute('maxlength'), input.inputMode, input.autocomplete]).toEqual(['0', '3', 'numeric', 'off']);
  expect([...document.querySelectorAll('use')].map((use) => use.getAttribute('href'))).toEqual(['#i-minus', '#i-plus']);
  expect(document.querySelectorAll('button[data-less] ~ button[data-more]')).toHaveLength(1);
  shownIn(counter('A', strings) + slot('x', 'y', strings));
  expect([...document.querySelectorAll('button')].map((button) => button.getAttribute('type'))).toEqual(['button', 'button', 'button']);
});

test('a covered answer names its question and hides its value', () => {
  const covered = shownIn(slot('<b>Seigle</b>', 'Le <four>', strings));
  expect([covered.querySelector('button')?.getAttribute('aria-expanded'), textsOf('.c-words')]).toEqual(['false', ['unlock Le <four>']]);
  expect([
    covered.querySelector('[data-under][hidden] b')?.textContent,
    covered.querySelector('[data-cover]')?.hasAttribute('hidden'),
  ]).toEqual(['Seigle', false]);
});

test.each<[string, Parameters<typeof why>[1], readonly [boolean, boolean, string | null, readonly string[]]]>([
  ['plain', undefined, [false, false, null, []]],
  ['of a wrong option', { letter: 'B', mark: 'wrong', isMore: true }, [true, false, 'wrong', ['B']]],
  ['alone', { mark: 'right', isLone: true }, [false, true, 'right', []]],
])('feedback comes with the answer: %s', (_, reason, [more, lone, mark, letters]) => {
  const one = shownIn(why('<p>Il lève.</p>', reason)).firstElementChild as HTMLElement;
  expect(one.matches('.r-why[data-answer]')).toBe(true);
  expect([one.hasAttribute('data-more'), one.hasAttribute('data-lone'), one.getAttribute('data-mark'), textsOf('.r-letter')]).toEqual([
    more,
    lone,
    mark,
    letters,
  ]);
  expect(textsOf('.r-text.c-prose')).toEqual(['Il lève.']);
});

test('words to choose from are a list, and none make none', () => {
  expect([bank([]), bank(['un', 'deux'])]).toEqual(['', '<ul class="r-bank"><li>un</li><li>deux</li></ul>']);
});

test('a row has its letter, its text and the covered answer', () => {
  shownIn(coveredRow('<em>Le pain</em>', 'Four', strings, 'A') + coveredRow('x', 'y', strings));
  expect([textsOf('li.r-row[data-slots]').length, textsOf('.r-letter'), textsOf('.r-text')]).toEqual([2, ['A'], ['Le pain', 'x']]);
  expect([textsOf('.c-words'), textsOf('[data-under]')]).toEqual([
    ['unlock Le pain', 'unlock x'],
    ['Four', 'y'],
  ]);
});
