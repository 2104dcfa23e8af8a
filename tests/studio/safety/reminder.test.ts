import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { Reminder } from '../../../build/studio/safety/reminder.ts';
import { memoryStorage } from '../../helpers/memory-storage.ts';

const DAYS = 24 * 3_600_000;
let storage: Storage;

beforeEach(() => {
  storage = memoryStorage();
  vi.stubGlobal('localStorage', storage);
});
afterEach(() => {
  vi.unstubAllGlobals();
});

test('a copy is due more than three days after the first save', () => {
  const reminder = new Reminder('browser:four');
  expect(reminder.isDue(1000)).toBe(false);
  expect(reminder.isDue(1000 + 3 * DAYS)).toBe(false);
  expect(reminder.isDue(1001 + 3 * DAYS)).toBe(true);
  expect(new Reminder('browser:four').isDue(1001 + 3 * DAYS)).toBe(true);
});

test('a copy, or putting it off, begins three days again', () => {
  const reminder = new Reminder('browser:four');
  reminder.isDue(1000);
  reminder.reset(2 * DAYS);
  expect([reminder.isDue(5 * DAYS), reminder.isDue(5 * DAYS + 1)]).toEqual([false, true]);
});

test('each course has its own time', () => {
  new Reminder('browser:four').reset(1000);
  expect(new Reminder('browser:tram').isDue(100 * DAYS)).toBe(false);
  expect(new Reminder('browser:four').isDue(100 * DAYS)).toBe(true);
  expect(storage.getItem('cartable-studio-copied browser:four')).toBe('1000');
});
