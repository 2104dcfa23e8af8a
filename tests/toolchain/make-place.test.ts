import { existsSync, mkdirSync, mkdtempSync, readdirSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeEach, expect, test, vi } from 'vitest';
import { takePlace } from '../../build/toolchain/make.ts';

const move = vi.fn<(from: string, to: string) => void>();

let place: string;
beforeEach(() => {
  place = mkdtempSync(join(tmpdir(), 'cartable-place-'));
  mkdirSync(join(place, 'new'));
});

/** Moves `new` to `program`, while the moves of the old and of the new program fail with these codes. '' succeeds. */
function taken(old: string, fresh: string, isThere = true): string {
  if (isThere) mkdirSync(join(place, 'program'));
  const failing = (code: string) => () => {
    if (code !== '') throw Object.assign(new Error(code), { code });
  };
  move.mockReset().mockImplementationOnce(failing(old)).mockImplementationOnce(failing(fresh));
  try {
    takePlace(join(place, 'new'), join(place, 'program'), move);
    return 'fine';
  } catch (error) {
    return (error as Error).message;
  }
}

test('the old program goes aside before the new one comes, and what is left of both is removed', () => {
  mkdirSync(join(place, `program.old.${process.pid}`));
  expect(taken('', '')).toBe('fine');
  const [goal, old] = [join(place, 'program'), join(place, `program.old.${process.pid}`)];
  expect(move.mock.calls).toEqual([
    [goal, old],
    [join(place, 'new'), goal],
  ]);
  expect(readdirSync(place)).toEqual(['program']);
});

test.each([
  ['ENOENT', '', true, 'fine'],
  ['EPERM', '', true, 'EPERM'],
  ['ENOTEMPTY', '', true, 'ENOTEMPTY'],
  ['', 'ENOTEMPTY', true, 'fine'],
  ['', 'EEXIST', false, 'fine'],
  ['', 'EPERM', true, 'fine'],
  ['', 'EPERM', false, 'EPERM'],
  ['', 'EACCES', true, 'EACCES'],
  ['', 'ENOENT', true, 'ENOENT'],
])('if the old one gives « %s », the new one « %s », and there is a program: %s, it is %s', (old, fresh, isThere, expected) => {
  expect(taken(old, fresh, isThere)).toBe(expected);
  expect(existsSync(join(place, 'new'))).toBe(expected !== 'fine');
});
