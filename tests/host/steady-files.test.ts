import { expect, it, vi } from 'vitest';
import type { Files } from '../../build/host/host.ts';
import { steadyFiles } from '../../build/host/steady-files.ts';

it('looks once at each path, also where nothing is, and always writes', () => {
  const looks = { facts: vi.fn(() => null), list: vi.fn((path: string) => [path]), read: vi.fn(() => new Uint8Array()), write: vi.fn() };
  const files = steadyFiles(looks as unknown as Files);
  for (let turn = 0; turn < 2; turn++) {
    expect([files.facts('a'), files.list('a'), files.list('b')]).toEqual([null, ['a'], ['b']]);
    files.read('a');
    files.write('a', '');
  }
  expect([looks.facts, looks.list, looks.read, looks.write].map((look) => look.mock.calls.length)).toEqual([1, 2, 1, 2]);
});

it('looks again at a path that could not be read', () => {
  const read = vi.fn().mockImplementationOnce(() => {
    throw new Error('EBUSY');
  });
  const files = steadyFiles({ read } as unknown as Files);
  expect(() => files.read('a')).toThrow('EBUSY');
  files.read('a');
  expect(read).toHaveBeenCalledTimes(2);
});
