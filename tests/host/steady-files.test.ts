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

it('passes everything else on, and its answer back', () => {
  const looks = {
    factsBehind: vi.fn((path: string) => ({ path })),
    realPath: vi.fn((path: string) => `/${path}`),
    head: vi.fn((path: string, length: number) => [path, length]),
    write: vi.fn(),
    writeTogether: vi.fn(),
    remove: vi.fn(),
  };
  const files = steadyFiles(looks as unknown as Files);
  expect([files.factsBehind('a'), files.factsBehind('a'), files.factsBehind('b')]).toEqual([{ path: 'a' }, { path: 'a' }, { path: 'b' }]);
  for (let turn = 0; turn < 2; turn++) expect([files.realPath('a'), files.head('b', 3)]).toEqual(['/a', ['b', 3]]);
  const together = [{ path: 'c', data: new Uint8Array() }];
  files.write('a', 'pain');
  files.writeTogether(together);
  files.remove('b');
  expect(Object.values(looks).map((look) => look.mock.calls)).toEqual([
    [['a'], ['b']],
    [['a'], ['a']],
    [
      ['b', 3],
      ['b', 3],
    ],
    [['a', 'pain']],
    [[together]],
    [['b']],
  ]);
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
