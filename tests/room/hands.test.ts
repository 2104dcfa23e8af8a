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
  expect([countHands(stage), widths()]).toEqual([0, ['0.00%', '0.00%']]);
});
