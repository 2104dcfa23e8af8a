// @vitest-environment happy-dom
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { Timer } from '../../src/room/timer.ts';

let timer: Timer;

beforeEach(() => {
  vi.useFakeTimers();
  document.body.innerHTML = '<button id="r-timer"><span>0:00</span></button><button id="r-reset"></button>';
  timer = new Timer([2, 0], (key) => key);
  timer.open(0);
});
afterEach(() => vi.useRealTimers());

const button = (): HTMLElement => document.getElementById('r-timer') as HTMLElement;
const shown = () => [
  button().textContent,
  button().title,
  button().getAttribute('aria-pressed'),
  button().hasAttribute('data-running'),
  button().hasAttribute('data-over'),
];

test('it counts the minutes of the page down once it is started', () => {
  vi.advanceTimersByTime(10_000);
  expect(shown()).toEqual(['2:00', 'timer.start', 'false', false, false]);
  button().click();
  vi.advanceTimersByTime(30_500);
  expect(shown()).toEqual(['1:30', 'timer.stop', 'true', true, false]);
});

test('it begins with all of its time, and rests between two runs', () => {
  timer.toggle();
  expect(timer.text).toBe('2:00');
  vi.advanceTimersByTime(20_000);
  timer.toggle();
  vi.advanceTimersByTime(60_000);
  expect(shown()).toEqual(['1:40', 'timer.start', 'false', false, false]);
  timer.toggle();
  vi.advanceTimersByTime(20_000);
  expect(timer.text).toBe('1:20');
  timer.toggle();
  vi.advanceTimersByTime(60_000);
  expect(timer.text).toBe('1:20');
});

test('overtime has a plus sign, from its first whole second on', () => {
  timer.toggle();
  vi.advanceTimersByTime(120_000);
  expect([timer.text, timer.isOver]).toEqual(['0:00', false]);
  vi.advanceTimersByTime(750);
  expect([timer.text, timer.isOver]).toEqual(['0:00', false]);
  vi.advanceTimersByTime(250);
  expect([shown()[0], shown()[4]]).toEqual(['+0:01', true]);
  vi.advanceTimersByTime(60_000);
  expect(timer.text).toBe('+1:01');
});

test('a page without minutes counts up and is never over', () => {
  timer.open(1);
  timer.toggle();
  vi.advanceTimersByTime(65_000);
  expect([timer.text, timer.isOver]).toEqual(['1:05', false]);
});

test('a screen that is on no page has a timer without minutes', () => {
  timer.open(-1);
  timer.toggle();
  vi.advanceTimersByTime(3_605_000);
  expect([timer.text, timer.isOver, shown()[0]]).toEqual(['60:05', false, '60:05']);
});

test('each page has its own time, which goes on while another is shown', () => {
  timer.toggle();
  timer.open(1);
  expect(shown().slice(0, 3)).toEqual(['0:00', 'timer.start', 'false']);
  vi.advanceTimersByTime(10_000);
  timer.open(0);
  expect(shown().slice(0, 3)).toEqual(['1:50', 'timer.stop', 'true']);
});

test('it is shown at once, and anew four times a second', () => {
  vi.advanceTimersByTime(100);
  timer.toggle();
  expect(shown().slice(1, 4)).toEqual(['timer.stop', 'true', true]);
  vi.advanceTimersByTime(1149);
  expect(shown()[0]).toBe('2:00');
  vi.advanceTimersByTime(1);
  expect(shown()[0]).toBe('1:59');
});

test('resetting leaves the time of other pages as it is', () => {
  timer.toggle();
  timer.open(1);
  timer.toggle();
  vi.advanceTimersByTime(10_000);
  timer.reset();
  expect(shown().slice(0, 3)).toEqual(['0:00', 'timer.start', 'false']);
  timer.open(0);
  expect(shown().slice(0, 3)).toEqual(['1:50', 'timer.stop', 'true']);
});

test('resetting stops it and gives the page its time back', () => {
  timer.toggle();
  vi.advanceTimersByTime(10_000);
  document.getElementById('r-reset')?.click();
  expect(shown()).toEqual(['2:00', 'timer.start', 'false', false, false]);
  vi.advanceTimersByTime(10_000);
  expect(timer.text).toBe('2:00');
});
