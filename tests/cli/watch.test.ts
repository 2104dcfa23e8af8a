import { mkdirSync, mkdtempSync, realpathSync, renameSync, rmSync, utimesSync, watch, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import type { CommandContext } from '../../build/cli/context.ts';
import { refreshed, type Watcher, watchFolders } from '../../build/cli/watch.ts';

/** A busy machine may take its time. */

let folder: string;
let watcher: Watcher | undefined;
let reported: string[];

beforeEach(() => {
  folder = realpathSync(mkdtempSync(join(tmpdir(), 'cartable-watch-')));
  mkdirSync(join(folder, 'banks'));
  writeFileSync(join(folder, 'a.md'), 'a');
  writeFileSync(join(folder, 'banks/b.md'), 'b');
  reported = [];
});

afterEach(() => watcher?.close());

function start(task: (names: readonly string[]) => Promise<void> = async () => {}): void {
  watcher = watchFolders([folder], (paths) => {
    expect(paths.size).toBeGreaterThan(0);
    const names = [...paths].map((path) => relative(folder, path)).sort();
    reported.push(...names);
    return task(names);
  });
}

const write = (name: string, text: string): void => writeFileSync(join(folder, name), text);

test('a changed, a new, a renamed and a removed file are reported, in old and new folders', async () => {
  start();
  write('a.md', 'other');
  await expect.poll(() => reported).toContain('a.md');
  mkdirSync(join(folder, 'cohorts'));
  write('cohorts/2027.yaml', 'title: x');
  await expect.poll(() => reported).toContain('cohorts/2027.yaml');
  reported = [];
  write('cohorts/2027.yaml', 'title: y');
  await expect.poll(() => reported).toContain('cohorts/2027.yaml');
  reported = [];
  write('banks/.b.md.part', 'whole');
  renameSync(join(folder, 'banks/.b.md.part'), join(folder, 'banks/b.md'));
  await expect.poll(() => reported).toEqual(['banks/b.md']);
  rmSync(join(folder, 'a.md'));
  await expect.poll(() => reported).toEqual(['banks/b.md', 'a.md']);
});

test('many saves of one file within a moment are not lost: the last one is reported', async () => {
  let seen = 0;
  start(async () => {
    seen++;
    await new Promise((resolve) => setTimeout(resolve, 15));
  });
  for (let time = 0; time < 30; time++) {
    write('a.md', 'x');
    await new Promise((resolve) => setTimeout(resolve, 2));
  }
  const before = seen;
  write('a.md', 'y');
  await expect.poll(() => seen).toBeGreaterThan(before);
});

test('calls come one after the other', async () => {
  let under = 0;
  let most = 0;
  start(async () => {
    most = Math.max(most, ++under);
    await new Promise((resolve) => setTimeout(resolve, 30));
    under--;
  });
  for (const name of ['c.md', 'd.md', 'e.md']) {
    write(name, name);
    await new Promise((resolve) => setTimeout(resolve, 12));
  }
  // A file that is made slowly is reported twice.
  await expect.poll(() => [...new Set(reported)]).toEqual(['c.md', 'd.md', 'e.md']);
  expect(most).toBe(1);
});

test('a file with a dot in front is not reported, and nothing is after the end', async () => {
  const cleared = vi.spyOn(globalThis, 'clearInterval');
  start();
  write('.caché', 'x');
  write('a.md', 'other');
  await expect.poll(() => reported).toContain('a.md');
  write('.caché', 'y');
  write('banks/b.md', 'other');
  await expect.poll(() => reported).toContain('banks/b.md');
  expect(new Set(reported)).toEqual(new Set(['a.md', 'banks/b.md']));
  watcher?.close();
  expect(cleared).toHaveBeenCalledTimes(1);
  cleared.mockRestore();
});

test('folders are also looked at every two seconds, for drives without events; at the end each watcher is closed', () => {
  const regular = vi.spyOn(globalThis, 'setInterval');
  const other = watch(folder);
  const closed = vi.spyOn(Object.getPrototypeOf(other), 'close');
  other.close();
  try {
    start();
    const [look, pause] = regular.mock.calls[0] ?? [];
    expect(pause).toBe(2000);
    write('a.md', 'longer');
    write('c.md', 'new');
    rmSync(join(folder, 'banks/b.md'));
    look?.();
    expect(reported).toEqual(['a.md', 'banks/b.md', 'c.md']);
    watcher?.close();
    expect(closed).toHaveBeenCalledTimes(3);
  } finally {
    vi.restoreAllMocks();
  }
});

test('without events a changed time, length or place in the drive is enough', () => {
  const regular = vi.spyOn(globalThis, 'setInterval');
  const others = ['time.md', 'length.md', 'place.md', 'same.md'];
  for (const name of [...others, '.place']) {
    write(name, 'one');
    utimesSync(join(folder, name), 1000, 1000);
  }
  try {
    start();
    utimesSync(join(folder, 'time.md'), 1000, 2000);
    write('length.md', 'longer');
    utimesSync(join(folder, 'length.md'), 1000, 1000);
    renameSync(join(folder, '.place'), join(folder, 'place.md'));
    regular.mock.calls[0]?.[0]();
    expect(reported).toEqual(['length.md', 'place.md', 'time.md']);
  } finally {
    vi.restoreAllMocks();
  }
});

test('only the watchers of folders that are gone are closed', () => {
  const regular = vi.spyOn(globalThis, 'setInterval');
  const other = watch(folder);
  const closed = vi.spyOn(Object.getPrototypeOf(other), 'close');
  other.close();
  for (const name of ['c', 'd', 'e']) mkdirSync(join(folder, name));
  try {
    start();
    closed.mockClear();
    for (const name of ['banks', 'd']) rmSync(join(folder, name), { recursive: true });
    regular.mock.calls[0]?.[0]();
    expect(closed).toHaveBeenCalledTimes(2);
    watcher?.close();
    expect(closed).toHaveBeenCalledTimes(5);
  } finally {
    vi.restoreAllMocks();
  }
});

test('after the end a call that was still running is the last', async () => {
  let finish = (): void => {};
  start(() => new Promise((resolve) => (finish = resolve)));
  write('a.md', 'other');
  await expect.poll(() => reported).toEqual(['a.md']);
  const quiet = vi.spyOn(globalThis, 'setTimeout');
  write('c.md', 'new');
  await expect.poll(() => quiet.mock.calls.filter(([, pause]) => pause === 3).length).toBeGreaterThan(0);
  quiet.mockRestore();
  watcher?.close();
  finish();
  await new Promise(setImmediate);
  expect(reported).toEqual(['a.md']);
});

test('a folder that is taken away does no harm, and is watched again once it is back', async () => {
  start();
  rmSync(join(folder, 'banks'), { recursive: true });
  await expect.poll(() => reported).toContain('banks/b.md');
  write('a.md', 'still there');
  await expect.poll(() => reported).toContain('a.md');
  mkdirSync(join(folder, 'banks'));
  write('banks/c.md', 'c');
  await expect.poll(() => reported).toContain('banks/c.md');
  reported = [];
  write('banks/c.md', 'other');
  await expect.poll(() => reported).toContain('banks/c.md');
});

test('the activity types are read again only where a file of theirs changed', async () => {
  const context = { types: join('/depot', 'types'), engine: 'old', readTypes: async () => 'new' } as unknown as CommandContext;
  const after = async (...paths: string[]): Promise<unknown> => (await refreshed(context, new Set(paths))).engine;
  expect(await after(join('/depot', 'a.md'), join('/depot', 'types/tram/type.ts'))).toBe('new');
  expect(await after(join('/depot', 'types-old/type.ts'), join('/depot', 'types'))).toBe('old');
  expect(await refreshed(context, new Set())).toBe(context);
});
