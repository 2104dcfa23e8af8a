// @vitest-environment happy-dom
import { afterEach, expect, test } from 'vitest';
import { readTextMode, writeTextMode } from '../../../build/studio/editor/text-mode.ts';

const KEY = 'cartable-studio-text';

afterEach(() => localStorage.removeItem(KEY));

test('a text is drawn until another way is chosen', () => {
  expect(readTextMode()).toBe('readable');
});

test.each(['raw', 'plain', 'readable'] as const)('the way « %s » is remembered', (mode) => {
  writeTextMode('raw');
  writeTextMode(mode);
  expect([readTextMode(), localStorage.getItem(KEY)]).toEqual([mode, mode]);
});

test.each(['', 'RAW', 'drawn', '{"mode":"raw"}'])('the unknown way %j is left alone', (kept) => {
  localStorage.setItem(KEY, kept);
  expect(readTextMode()).toBe('readable');
});
