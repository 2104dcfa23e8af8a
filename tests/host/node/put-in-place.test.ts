import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { putInPlace } from '../../../build/host/node/put-in-place.ts';

/** Milliseconds that are waited, one after the other. */
let waits: unknown[] = [];
beforeEach(() => {
  waits = [];
  vi.spyOn(Atomics, 'wait').mockImplementation((array, index, value, milliseconds) => {
    // Otherwise it doesn’t wait.
    expect(array[index]).toBe(value);
    waits.push(milliseconds);
    return 'timed-out';
  });
});
afterEach(() => {
  vi.restoreAllMocks();
});

function refusing(times: number, code: string) {
  const calls: string[][] = [];
  const rename = (...names: readonly unknown[]): void => {
    calls.push(names.map(String));
    if (calls.length <= times) throw Object.assign(new Error(code), { code });
  };
  return { calls, rename };
}

test('an operation that Windows refuses for a moment is tried again', () => {
  for (const code of ['EPERM', 'EACCES', 'EBUSY']) {
    const { calls, rename } = refusing(2, code);
    putInPlace('a.zip.part', 'a.zip', rename, 'win32');
    expect(calls).toEqual(Array(3).fill(['a.zip.part', 'a.zip']));
  }
  expect(waits).toEqual([10, 20, 10, 20, 10, 20]);
});

test('it is reported in the end, and at once if waiting would not help', () => {
  const held = refusing(99, 'EBUSY');
  expect(() => putInPlace('a', 'b', held.rename, 'win32')).toThrow('EBUSY');
  expect(held.calls).toEqual(Array(8).fill(['a', 'b']));
  expect(waits).toEqual([10, 20, 40, 80, 150, 300, 400]);
  for (const [code, platform] of [
    ['ENOENT', 'win32'],
    ['EACCES', 'linux'],
  ] as const) {
    const { calls, rename } = refusing(99, code);
    expect(() => putInPlace('a', 'b', rename, platform)).toThrow(code);
    expect(calls).toEqual([['a', 'b']]);
  }
  expect(waits).toHaveLength(7);
});
