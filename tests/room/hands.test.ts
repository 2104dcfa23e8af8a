// @vitest-environment happy-dom
import { beforeEach, expect, test } from 'vitest';
import { addHand, bindHands, clearHands, countHands } from '../../src/room/hands.ts';

const PLACE =
  '<li class="r-option" data-hand><span class="r-fill"></span><button data-less></button><input value="0"><button data-more></button></li>';
let stage: HTMLElement;
let changes: number;

beforeEach(() => {
  document.body.innerHTML = `<div><ol class="r-options">${PLACE}${PLACE}</ol></div>`;
  stage = document.querySelector('div') as HTMLElement;
  changes = 0;
  bindHands(stage, () => changes++);
});

function widths(): string[] {
  return [...stage.querySelectorAll<HTMLElement>('.r-fill')].map(({ style }) => style.getPropertyValue('inline-size'));
}

test('tapped hands are counted, and bars are shares of all', () => {
  const [first, second] = [...stage.querySelectorAll<HTMLElement>('[data-more]')];
  first?.click();
  first?.click();
  first?.click();
  second?.click();
  expect([countHands(stage), changes, widths()]).toEqual([4, 4, ['75.00%', '25.00%']]);
});

test('there are never fewer than no hands', () => {
  stage.querySelector<HTMLElement>('[data-less]')?.click();
  expect([countHands(stage), stage.querySelector('input')?.value]).toEqual([0, '0']);
});

test('there are never more hands than three digits show', () => {
  expect([addHand(stage, 1, 998), addHand(stage, 1, 1), countHands(stage)]).toEqual([true, true, 999]);
  addHand(stage, 1, 1);
  expect([countHands(stage), stage.querySelector('input')?.value]).toEqual([999, '999']);
  (stage.querySelector('input') as HTMLInputElement).value = '1000';
  expect(countHands(stage)).toBe(999);
});

test('typed hands count too, without other characters', () => {
  const input = stage.querySelector('input') as HTMLInputElement;
  input.value = '1a4';
  input.dispatchEvent(new Event('input', { bubbles: true }));
  expect([input.value, countHands(stage), widths()]).toEqual(['14', 14, ['100.00%', '0.00%']]);
  input.value = ' 2,5 ';
  input.dispatchEvent(new Event('input', { bubbles: true }));
  expect([input.value, countHands(stage), changes]).toEqual(['25', 25, 2]);
});

test('each row of columns has bars of its own, which no digit counts; those of another screen keep theirs', () => {
  const cell = PLACE.replace('<li class="r-option"', '<td class="r-cell"').replace('</li>', '</td>');
  stage.innerHTML = `<table><tr class="r-cells">${cell}${cell}</tr><tr class="r-cells">${cell}${cell}</tr></table>`;
  const more = [...stage.querySelectorAll<HTMLElement>('[data-more]')];
  for (const index of [0, 1, 3]) more[index]?.click();
  const counted = [...stage.querySelectorAll('[data-hand]')].map((place) => place.hasAttribute('data-counted'));
  expect([widths(), counted, addHand(stage, 1, 1), countHands(stage)]).toEqual([
    ['50.00%', '50.00%', '0.00%', '100.00%'],
    [true, true, true, true],
    false,
    3,
  ]);
  clearHands(stage);
  expect([widths(), stage.querySelector('[data-counted]')]).toEqual([['0.00%', '0.00%', '0.00%', '0.00%'], null]);
});

test('a digit counts the choices that are shown, not those of another scene', () => {
  stage.innerHTML = `<div data-elsewhere><ol class="r-options">${PLACE}</ol></div><ol class="r-options">${PLACE}</ol>`;
  expect([addHand(stage, 1, 1), addHand(stage, 2, 1)]).toEqual([true, false]);
  expect([...stage.querySelectorAll('input')].map(({ value }) => value)).toEqual(['0', '1']);
});

test('a press beside the buttons, or on one that counts nothing, changes nothing', () => {
  stage.querySelector('[data-hand]')?.insertAdjacentHTML('beforeend', '<button id="help"></button>');
  addHand(stage, 1, 2);
  document.getElementById('help')?.click();
  expect([countHands(stage), changes]).toEqual([2, 0]);
  clearHands(stage);
  stage.insertAdjacentHTML('beforeend', '<button data-more id="alone"></button>');
  document.getElementById('alone')?.click();
  stage.querySelector<HTMLElement>('.r-fill')?.click();
  expect([countHands(stage), changes]).toEqual([0, 0]);
});

test('a field that gets the focus is selected, so that what is typed replaces it', () => {
  const input = stage.querySelector('input') as HTMLInputElement;
  input.value = '12';
  input.dispatchEvent(new Event('focusin', { bubbles: true }));
  expect([input.selectionStart, input.selectionEnd]).toEqual([0, 2]);
  stage.querySelector('button')?.dispatchEvent(new Event('focusin', { bubbles: true }));
});

test('one hand at a time is taken back, and an emptied field has none', () => {
  addHand(stage, 1, 2);
  stage.querySelector<HTMLElement>('[data-less]')?.click();
  expect([countHands(stage), changes]).toEqual([1, 1]);
  const input = stage.querySelector('input') as HTMLInputElement;
  input.value = '';
  input.dispatchEvent(new Event('input', { bubbles: true }));
  addHand(stage, 2, 1);
  expect([input.value, countHands(stage), widths()]).toEqual(['', 1, ['0.00%', '100.00%']]);
});

test('what is typed in another field stays as it is', () => {
  stage.insertAdjacentHTML('beforeend', '<input id="other">');
  const other = document.getElementById('other') as HTMLInputElement;
  other.value = 'a';
  other.dispatchEvent(new Event('input', { bubbles: true }));
  stage.querySelector('[data-hand]')?.dispatchEvent(new Event('input', { bubbles: true }));
  expect([other.value, changes]).toEqual(['a', 0]);
});

test('a digit raises a hand for a choice, and reports that there is none', () => {
  expect([addHand(stage, 2, 1), addHand(stage, 3, 1), countHands(stage)]).toEqual([true, false, 1]);
  clearHands(stage);
  const values = [...stage.querySelectorAll('input')].map(({ value }) => value);
  expect([countHands(stage), widths(), values]).toEqual([0, ['0.00%', '0.00%'], ['0', '0']]);
});
