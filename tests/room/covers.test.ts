// @vitest-environment happy-dom
import { beforeEach, expect, test, vi } from 'vitest';
import { bindCovers, turnAll } from '../../src/room/covers.ts';

const SLOT = '<button class="r-slot" aria-expanded="false"><i data-cover>?</i><b data-under hidden>Seigle</b></button>';
const changed = vi.fn();
let stage: HTMLElement;

beforeEach(() => {
  document.body.innerHTML = `<div>${SLOT}${SLOT}<details class="r-card"><summary>Four</summary></details><details></details><p></p></div>`;
  stage = document.querySelector('div') as HTMLElement;
  changed.mockClear();
  bindCovers(stage, changed);
});

const state = () =>
  [...stage.querySelectorAll('.r-slot')].map((slot) => [
    slot.getAttribute('aria-expanded'),
    slot.querySelector('[data-cover]')?.hasAttribute('hidden'),
    slot.querySelector('[data-under]')?.hasAttribute('hidden'),
  ]);
const OPEN = ['true', true, false];
const SHUT = ['false', false, true];

test('a click uncovers one answer, the next click covers it', () => {
  stage.querySelector<HTMLElement>('[data-cover]')?.click();
  expect([state(), changed.mock.calls.length]).toEqual([[OPEN, SHUT], 1]);
  stage.querySelector<HTMLElement>('.r-slot')?.click();
  expect([state(), changed.mock.calls.length]).toEqual([[SHUT, SHUT], 2]);
});

test('a click beside them changes nothing', () => {
  stage.querySelector('p')?.click();
  expect([state(), changed.mock.calls.length]).toEqual([[SHUT, SHUT], 0]);
});

test('all answers and cards of a screen are turned together', () => {
  const cards = (): boolean[] => [...stage.querySelectorAll('details')].map(({ open }) => open);
  turnAll(stage, true);
  expect([state(), cards()]).toEqual([
    [OPEN, OPEN],
    [true, false],
  ]);
  turnAll(stage, false);
  expect([state(), cards()]).toEqual([
    [SHUT, SHUT],
    [false, false],
  ]);
});
