import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { browserStore, newBrowserProject } from '../../../build/studio/storage/browser-storage.ts';
import { readEntries } from '../../../build/studio/storage/database.ts';
import { folderStore } from '../../../build/studio/storage/open-folder.ts';
import { forget, noteVisit, type RecentCourse, recentCourses, reopen } from '../../../build/studio/storage/recent.ts';
import { ServerStore } from '../../../build/studio/storage/server-store.ts';
import { MemoryDatabases } from '../../helpers/memory-database.ts';
import { MemoryFolder } from '../../helpers/memory-folder.ts';
import { MemoryLocks } from '../../helpers/memory-locks.ts';

const VISIT = { course: 'modules/four', title: 'Le four', sessions: 2 };
let root: MemoryFolder;
let databases: MemoryDatabases;

/** A folder on the disk, with the user's answer to the question for permission. */
class AskingFolder extends MemoryFolder {
  answer = 'granted';
  readonly asked: unknown[] = [];

  async requestPermission(options: unknown): Promise<string> {
    this.asked.push(options);
    return this.answer;
  }
}

beforeEach(() => {
  root = new MemoryFolder();
  databases = new MemoryDatabases();
  vi.stubGlobal('navigator', { storage: { getDirectory: async () => root.handle }, locks: new MemoryLocks().of('one') });
  vi.stubGlobal('indexedDB', databases.factory);
  vi.useFakeTimers({ toFake: ['Date'], now: 1000 });
});
afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

async function inBrowser(name: string): Promise<Awaited<ReturnType<typeof newBrowserProject>>> {
  return newBrowserProject(name, new Map([[`modules/${name}/course.yaml`, new TextEncoder().encode('id: x')]]));
}

async function onDisk(name = 'fournil'): Promise<AskingFolder> {
  const folder = new AskingFolder(name);
  await folder.put('modules/four/course.yaml', 'id: four');
  return folder;
}

test('a course of this browser has one entry, whatever its title becomes', async () => {
  const store = await inBrowser('four');
  expect(await noteVisit(store, VISIT)).toBe('browser:four');
  vi.setSystemTime(2000);
  expect(await noteVisit(store, { ...VISIT, title: 'Four', sessions: 3 })).toBe('browser:four');
  expect(await recentCourses()).toEqual([
    { id: 'browser:four', kind: 'browser', name: 'four', course: 'modules/four', title: 'Four', sessions: 3, opened: 2000 },
  ]);
  expect(databases.open).toBe(0);
});

test('a folder has one entry, though it gets another name; other folders have others', async () => {
  const [one, other] = [await onDisk('fournil'), await onDisk('fournil')];
  const id = await noteVisit(await folderStore(one.handle), VISIT);
  expect(id).toMatch(/^folder:[0-9a-f-]{36}$/);
  expect(await noteVisit(await folderStore(other.handle), VISIT)).not.toBe(id);
  Object.assign(one, { name: 'moved' });
  expect(await noteVisit(await folderStore(one.handle), VISIT)).toBe(id);
  const found = await recentCourses();
  expect([found.length, found.find((course) => course.id === id)]).toMatchObject([2, { name: 'moved', kind: 'folder', handle: one }]);
});

test('a folder that the browser gives no handle of is noted as a course of this browser; a known name stays', async () => {
  const folder = { kind: 'folder', name: 'four' } as Parameters<typeof noteVisit>[0];
  expect([await noteVisit(folder, VISIT), await noteVisit(folder, VISIT, 'folder:1')]).toEqual(['browser:four', 'folder:1']);
  expect(await readEntries()).toEqual(
    ['browser:four', 'folder:1'].map((id) => ({ ...VISIT, id, kind: 'browser', name: 'four', opened: 1000 })),
  );
});

test('a served course is named, and not noted', async () => {
  const ids = [];
  // Two folders may have one name: their versions and tabs must not be mixed.
  for (const id of ['0a1b', '2c3d']) ids.push(await noteVisit(new ServerStore('quai', id, 'key'), VISIT));
  expect(ids).toEqual(['server:quai-0a1b', 'server:quai-2c3d']);
  expect([await recentCourses(), await readEntries()]).toEqual([[], []]);
});

test('the list begins with the last visit; courses that were never open come last, by title', async () => {
  const stores = [await inBrowser('tram'), await inBrowser('four'), await inBrowser('quai'), await inBrowser('abri')];
  for (const [at, store] of stores.slice(0, 2).entries()) {
    vi.setSystemTime(1000 + at);
    await noteVisit(store, { ...VISIT, title: store.name });
  }
  const found = await recentCourses();
  expect(found.map(({ name }) => name)).toEqual(['four', 'tram', 'abri', 'quai']);
  expect(found[2]).toEqual({ id: 'browser:abri', kind: 'browser', name: 'abri', course: '', title: 'abri', sessions: 0, opened: 0 });
});

test('a course that is gone from this browser isn’t listed; a folder is, because only a click may look for it', async () => {
  const [store, folder] = [await inBrowser('four'), await onDisk()];
  await noteVisit(store, VISIT);
  await noteVisit(await folderStore(folder.handle), VISIT);
  await root.removeEntry('courses', { recursive: true });
  expect((await recentCourses()).map(({ kind }) => kind)).toEqual(['folder']);
});

describe('without a database', () => {
  test.each(['open', 'ask'] as const)('courses of this browser are found, and a visit has its name: %s', async (refuses) => {
    const [store, folder] = [await inBrowser('four'), await onDisk()];
    databases.refuses = refuses;
    expect(await noteVisit(store, VISIT)).toBe('browser:four');
    expect(await noteVisit(await folderStore(folder.handle), VISIT)).toMatch(/^folder:/);
    expect((await recentCourses()).map(({ name }) => name)).toEqual(['four']);
    expect(databases.open).toBe(0);
  });
});

describe('a recent course', () => {
  async function noted(folder: MemoryFolder): Promise<RecentCourse> {
    await noteVisit(await folderStore(folder.handle), VISIT);
    const [course] = await recentCourses();
    if (!course) throw new Error('It is not noted.');
    return course;
  }

  test('of this browser opens without a question', async () => {
    await noteVisit(await inBrowser('four'), VISIT);
    const [course] = await recentCourses();
    const store = course && (await reopen(course));
    expect([store?.kind, [...((await store?.list())?.keys() ?? [])]]).toEqual(['browser', ['modules/four/course.yaml']]);
  });

  test('in a folder opens if the user allows to write', async () => {
    const folder = await onDisk();
    const course = await noted(folder);
    expect([...(await (await reopen(course)).list()).keys()]).toEqual(['modules/four/course.yaml']);
    expect(folder.asked).toEqual([{ mode: 'readwrite' }]);
  });

  test.each(['denied', 'prompt'])('in a folder stays closed otherwise: %s', async (answer) => {
    const folder = await onDisk();
    const course = await noted(folder);
    folder.answer = answer;
    await expect(reopen(course)).rejects.toMatchObject({ reason: 'forbidden', path: 'fournil' });
    const { handle: _, ...without } = course;
    await expect(reopen(without)).rejects.toMatchObject({ reason: 'forbidden' });
  });

  test('of this browser is removed for good', async () => {
    for (const name of ['four', 'tram']) await noteVisit(await inBrowser(name), { ...VISIT, title: name });
    const course = (await recentCourses()).find(({ name }) => name === 'four');
    if (course) await forget(course);
    expect((await recentCourses()).map(({ name }) => name)).toEqual(['tram']);
    expect(Object.keys(root.texts())).toEqual(['courses/tram/modules/tram/course.yaml']);
    expect([...(databases.entries.get('cartable-studio')?.get('recent')?.keys() ?? [])]).toEqual(['browser:tram']);
  });

  test('that another tab has removed leaves the list', async () => {
    await noteVisit(await browserStore('four'), VISIT);
    await root.removeEntry('courses', { recursive: true });
    await forget({ ...VISIT, id: 'browser:four', kind: 'browser', name: 'four', opened: 1 });
    expect(databases.entries.get('cartable-studio')?.get('recent')?.size).toBe(0);
  });

  test('in a folder leaves the list only', async () => {
    const folder = await onDisk();
    await forget(await noted(folder));
    expect(await recentCourses()).toEqual([]);
    expect(Object.keys(folder.texts())).toEqual(['modules/four/course.yaml']);
  });
});
