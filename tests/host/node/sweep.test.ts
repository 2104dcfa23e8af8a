import fs, { mkdtempSync, readdirSync, writeFileSync } from 'node:fs';
import { syncBuiltinESMExports } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test, vi } from 'vitest';
import { partOf } from '../../../build/host/node/part-of.ts';
import { isAlive, Sweeper } from '../../../build/host/node/sweep.ts';
import { partName, writerOf } from '../../../build/host/part-name.ts';

/** No process has this number: the largest is 4 194 304. */
const GONE = 99_999_999;

test('leftovers of processes that are gone are removed, once a folder', () => {
  const folder = mkdtempSync(join(tmpdir(), 'cartable-balai-'));
  const mine = partName('b.zip', String(process.pid));
  const left = ['a.zip', 'c.zip', 'd.zip'].map((name) => partName(name, String(GONE)));
  const write = (): void => {
    for (const name of ['#prix', ...left, mine, 'a.zip']) writeFileSync(join(folder, name), 'x');
  };
  const sweeper = new Sweeper();
  write();
  sweeper.sweep(folder);
  expect(readdirSync(folder).sort()).toEqual(['#prix', 'a.zip', mine].sort());
  write();
  sweeper.sweep(folder);
  expect(readdirSync(folder)).toHaveLength(6);
  const other = mkdtempSync(join(tmpdir(), 'cartable-balai-'));
  writeFileSync(join(other, partName('a.zip', String(GONE))), 'x');
  sweeper.sweep(other);
  expect(readdirSync(other)).toEqual([]);
  expect(() => sweeper.sweep(join(folder, 'nowhere'))).not.toThrow();
});

test('processes that run, that are another user’s, and that are gone', () => {
  expect([isAlive(process.pid), isAlive(1), isAlive(GONE)]).toEqual([true, true, false]);
});

test('a file in the making is named after its process, and its turn', () => {
  const owner = (path: string) => writerOf(path.split('/').at(-1) ?? '');
  expect([
    owner(partOf('/d/a.zip')),
    owner(partOf('/d/a.zip', 3)),
    partOf('/d/a.zip', 3) === partOf('/d/a.zip', 4),
    partOf('/d/a.zip', 0) === partOf('/d/a.zip'),
  ]).toEqual([process.pid, process.pid, false, false]);
});

test.each([
  ['EPERM', true],
  ['ESRCH', false],
])('a process for which the system answers %s is running: %s', (code, alive) => {
  const kill = vi.spyOn(process, 'kill').mockImplementation(() => {
    throw Object.assign(new Error('refused'), { code });
  });
  expect(isAlive(12)).toBe(alive);
  expect(kill).toHaveBeenCalledWith(12, 0);
  kill.mockRestore();
});

test('a leftover that another process has just removed is no error', () => {
  const read = vi.spyOn(fs, 'readdirSync').mockReturnValueOnce([partName('a.zip', String(GONE))] as never);
  syncBuiltinESMExports();
  expect(() => new Sweeper().sweep(join(tmpdir(), 'cartable-nulle-part'))).not.toThrow();
  expect(read).toHaveBeenCalledTimes(1);
  read.mockRestore();
  syncBuiltinESMExports();
});
