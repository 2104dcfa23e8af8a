import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import {
  browserProjects,
  browserStore,
  newBrowserProject,
  onlyBrowserProject,
  removeBrowserProject,
} from '../../../build/studio/storage/browser-storage.ts';
import type { FolderStore } from '../../../build/studio/storage/folder-store.ts';
import { MemoryFolder } from '../../helpers/memory-folder.ts';
import { MemoryLocks } from '../../helpers/memory-locks.ts';

const bytes = (text: string): Uint8Array<ArrayBuffer> => new TextEncoder().encode(text);
const filesOf = (name: string, word = 'pain'): Map<string, Uint8Array<ArrayBuffer>> =>
  new Map(['course.yaml', 'four.md', 'levain.md'].map((file) => [`modules/${name}/${file}`, bytes(`${word} ${file}`)]));

let root: MemoryFolder;
let locks: MemoryLocks;

/** Goes on as another tab of the same browser. */
function inTab(tab: string): void {
  vi.stubGlobal('navigator', { storage: { getDirectory: async () => root.handle }, locks: locks.of(tab) });
}

beforeEach(() => {
  root = new MemoryFolder();
  locks = new MemoryLocks();
  inTab('one');
});
afterEach(() => {
  vi.unstubAllGlobals();
});

/** Begins to make a project, and ends the tab before its file with this name is written. */
async function killedAt(name: string, begin: () => Promise<unknown>): Promise<void> {
  inTab('killed');
  await new Promise<void>((reached) => {
    root.disk.beforeClose = (path) => {
      if (!path.endsWith(name)) return;
      reached();
      return new Promise(() => {});
    };
    void begin();
  });
  root.disk.beforeClose = () => {};
  locks.kill('killed');
  inTab('next');
}

test('a project is made with all its files, under its name, and opens again', async () => {
  const store = await newBrowserProject('four', filesOf('four'));
  expect([store.kind, store.name]).toEqual(['browser', 'four']);
  expect(root.texts()).toEqual({
    'courses/four/modules/four/course.yaml': 'pain course.yaml',
    'courses/four/modules/four/four.md': 'pain four.md',
    'courses/four/modules/four/levain.md': 'pain levain.md',
  });
  const again = await browserStore('four');
  expect([again.name, (await browserStore('four', 'Le four')).name]).toEqual(['four', 'Le four']);
  for (const one of [again, await browserStore('four', 'Le four')])
    expect([...(await one.list()).keys()]).toEqual([...filesOf('four').keys()]);
});

test('projects are listed by name, without files and folders that are empty', async () => {
  for (const name of ['tram', 'four']) await newBrowserProject(name, filesOf(name));
  await root.put('courses/note.txt', 'x');
  await browserStore('empty');
  expect(await browserProjects()).toEqual(['four', 'tram']);
});

test('a project is removed with all its files, and no other', async () => {
  for (const name of ['tram', 'four']) await newBrowserProject(name, filesOf(name));
  await removeBrowserProject('four');
  expect(Object.keys(root.texts()).every((path) => path.startsWith('courses/tram/'))).toBe(true);
  expect(await browserProjects()).toEqual(['tram']);
});

test('one that is gone already is removed; one that is held is reported', async () => {
  await newBrowserProject('four', filesOf('four'));
  await expect(removeBrowserProject('tram')).resolves.toBeUndefined();
  const home = await root.getDirectoryHandle('courses');
  const remove = vi.spyOn(home, 'removeEntry');
  for (const error of [new DOMException('held', 'NoModificationAllowedError'), new TypeError('held')]) {
    remove.mockRejectedValueOnce(error);
    await expect(removeBrowserProject('four')).rejects.toBe(error);
  }
});

test('a name that is taken gets a number, and the project there stays as it is', async () => {
  await newBrowserProject('four', filesOf('four', 'first'));
  const names = [];
  for (const word of ['second', 'third']) names.push((await newBrowserProject('four', filesOf('four', word))).name);
  expect(names).toEqual(['four-2', 'four-3']);
  await newBrowserProject('fournil', filesOf('fournil'));
  expect((await newBrowserProject('fourn', filesOf('fourn'))).name).toBe('fourn');
  expect(root.texts()['courses/four/modules/four/four.md']).toBe('first four.md');
  expect(root.texts()['courses/four-2/modules/four/four.md']).toBe('second four.md');
});

test('two tabs that make a course of one name at once have one each', async () => {
  inTab('one');
  const first = newBrowserProject('four', filesOf('four', 'first'));
  inTab('two');
  const second = newBrowserProject('four', filesOf('four', 'second'));
  const stores = await Promise.all([first, second]);
  expect(stores.map(({ name }) => name)).toEqual(['four', 'four-2']);
  const texts = root.texts();
  expect(['four', 'four-2'].map((name) => texts[`courses/${name}/modules/four/levain.md`])).toEqual([
    'first levain.md',
    'second levain.md',
  ]);
  expect(Object.keys(texts).length).toBe(6);
});

test('without room, nothing of a project stays', async () => {
  root.disk.beforeClose = (path) => {
    if (path.endsWith('levain.md')) throw new DOMException('', 'QuotaExceededError');
  };
  await expect(newBrowserProject('four', filesOf('four'))).rejects.toMatchObject({ reason: 'full' });
  expect(root.texts()).toEqual({});
  expect(await browserProjects()).toEqual([]);
  root.disk.beforeClose = () => {};
  expect((await newBrowserProject('four', filesOf('four'))).name).toBe('four');
});

describe('a tab that is closed while it makes a project', () => {
  test.each(['course.yaml', 'four.md', 'levain.md'])('leaves nothing that looks like a course: at %s', async (name) => {
    await killedAt(name, () => newBrowserProject('four', filesOf('four', 'half')));
    expect(await browserProjects()).toEqual([]);
    expect((await newBrowserProject('four', filesOf('four', 'whole'))).name).toBe('four');
    expect(root.texts()).toEqual({
      'courses/four/modules/four/course.yaml': 'whole course.yaml',
      'courses/four/modules/four/four.md': 'whole four.md',
      'courses/four/modules/four/levain.md': 'whole levain.md',
    });
  });

  test.each(['course.yaml', 'four.md', 'levain.md'])('leaves no half sample that the next visit opens: at %s', async (name) => {
    await killedAt(name, () => onlyBrowserProject('four', async () => filesOf('four', 'half')));
    const store = await onlyBrowserProject('four', async () => filesOf('four', 'whole'));
    expect([store.name, (await store.list()).size]).toEqual(['four', 3]);
    expect(Object.values(root.texts())).toEqual(['whole course.yaml', 'whole four.md', 'whole levain.md']);
  });

  test('leaves the projects that were there', async () => {
    await newBrowserProject('tram', filesOf('tram'));
    await killedAt('four.md', () => newBrowserProject('four', filesOf('four')));
    await newBrowserProject('pain', filesOf('pain'));
    expect(await browserProjects()).toEqual(['pain', 'tram']);
    expect(root.texts()['courses/tram/modules/tram/four.md']).toBe('pain four.md');
  });
});

describe('the only project of a name', () => {
  test('is loaded once, and keeps what was changed in it', async () => {
    const load = vi.fn(async () => filesOf('four'));
    await onlyBrowserProject('four', load);
    await root.put('courses/four/modules/four/four.md', 'changed');
    const store = await onlyBrowserProject('four', load);
    expect([load.mock.calls.length, store.name]).toEqual([1, 'four']);
    expect(root.texts()['courses/four/modules/four/four.md']).toBe('changed');
  });

  test('is made once, by the first of two tabs that open it', async () => {
    inTab('one');
    const first = onlyBrowserProject('four', async () => filesOf('four', 'first'));
    inTab('two');
    const second = onlyBrowserProject('four', async () => filesOf('four', 'second'));
    expect((await Promise.all([first, second])).map(({ name }) => name)).toEqual(['four', 'four']);
    expect(Object.values(root.texts())).toEqual(['first course.yaml', 'first four.md', 'first levain.md']);
  });

  test('is loaded though there are others, and keeps none waiting while it loads', async () => {
    await newBrowserProject('tram', filesOf('tram'));
    const store = await onlyBrowserProject('four', async () => filesOf('four'));
    expect([...(await store.list()).keys()]).toEqual([...filesOf('four').keys()]);
    const loading = new Promise<void>((begun) => {
      void onlyBrowserProject('slow', () => new Promise(() => begun()));
    });
    await loading;
    expect((await newBrowserProject('quai', filesOf('quai'))).name).toBe('quai');
  });

  test('isn’t made if it can’t be loaded', async () => {
    const failing = onlyBrowserProject('four', () => Promise.reject(new TypeError('offline')));
    await expect(failing).rejects.toThrow('offline');
    expect(root.texts()).toEqual({});
  });
});

test('an unfinished project that can’t be removed stops no other, and gives its name to none', async () => {
  await killedAt('four.md', () => newBrowserProject('four', filesOf('four')));
  const home = await root.getDirectoryHandle('courses');
  vi.spyOn(home, 'removeEntry').mockRejectedValue(new DOMException('held', 'NoModificationAllowedError'));
  const { handle } = (await newBrowserProject('four', filesOf('four'))) as FolderStore;
  expect(handle.name).toBe('four-2');
  expect(await browserProjects()).toEqual(['four-2']);
});
