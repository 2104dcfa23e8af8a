// @vitest-environment happy-dom
import { zipSync } from 'fflate';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import type { StudioSettings } from '../../../build/studio/settings.ts';
import { newCourseFiles } from '../../../build/studio/start/new-course.ts';
import { browserProjects } from '../../../build/studio/storage/browser-storage.ts';
import type { Store } from '../../../build/studio/storage/store.ts';
import { newCourseStore, openCourseIn, pickedFolder, sampleStore } from '../../../build/studio/ui/opening.ts';
import { FolderPage } from '../../helpers/folder-page.ts';
import { MemoryFolder } from '../../helpers/memory-folder.ts';
import { MemoryStore } from '../../helpers/memory-store.ts';

const COURSE = { id: 'four', title: 'Four', lang: 'fr' } as const;
const PROGRAM = { folder: 'program', names: ['pieces/a.js'], version: '1', stamp: 's' };
const SETTINGS = { engine: 'engine.js', program: PROGRAM, samples: { 'repair-cafe': 'samples/repair.zip' } } as unknown as StudioSettings;
let page: FolderPage;
let asked: string[];

beforeEach(() => {
  asked = [];
  page = new FolderPage();
});
afterEach(() => page.close());

const textsOf = async (store: Store | null): Promise<Record<string, string>> => {
  const paths = [...((await store?.list()) ?? new Map()).keys()];
  const texts = paths.map(async (path) => [path, new TextDecoder().decode((await store?.read(path))?.bytes)] as const);
  return Object.fromEntries(await Promise.all(texts));
};
const expected = Object.fromEntries(
  [...newCourseFiles('blank', COURSE)].map(([path, bytes]) => [path, new TextDecoder().decode(bytes)] as const),
);

describe('a course of a store', () => {
  test('is the first one, and its engine knows where the program is', async () => {
    const store = new MemoryStore();
    for (const name of ['tram', 'four']) store.put(`modules/${name}/course.yaml`, 'id: x');
    const studio = await openCourseIn(store, '', SETTINGS);
    expect(studio?.course).toBe('modules/four');
    const [worker] = page.workers;
    expect([page.workers.length, worker?.address, worker?.options]).toEqual([1, 'http://four.test/studio/engine.js', { type: 'module' }]);
    expect(worker?.calls[0]).toMatchObject({ name: 'open' });
    expect(worker?.calls[0]?.args[0]).toEqual({ ...PROGRAM, folder: 'http://four.test/studio/program' });
  });

  test('is the one that is wanted', async () => {
    const store = new MemoryStore();
    for (const name of ['four', 'tram']) store.put(`modules/${name}/course.yaml`, 'id: x');
    expect((await openCourseIn(store, 'modules/tram', SETTINGS))?.course).toBe('modules/tram');
  });

  test('is none without a course, and no engine starts', async () => {
    const store = new MemoryStore();
    store.put('modules/four/1.md', '# One');
    expect([await openCourseIn(store, '', SETTINGS), page.workers]).toEqual([null, []]);
  });
});

describe('a sample', () => {
  const answer = (): void => {
    const zip = zipSync({ 'course.yaml': new TextEncoder().encode('id: repair'), 'assets/a.md': new Uint8Array() });
    vi.stubGlobal('fetch', async (address: string) => {
      asked.push(address);
      return new Response(new Uint8Array(zip));
    });
  };

  test('is copied into this browser once, and keeps what is changed in it', async () => {
    answer();
    const store = await sampleStore('repair-cafe', SETTINGS);
    expect(Object.keys(page.root.texts())).toEqual([
      'courses/repair-cafe/modules/repair-cafe/course.yaml',
      'courses/repair-cafe/modules/repair-cafe/assets/a.md',
    ]);
    expect([asked, store.kind, await browserProjects()]).toEqual([
      ['http://four.test/studio/samples/repair.zip'],
      'browser',
      ['repair-cafe'],
    ]);
    await page.root.put('courses/repair-cafe/modules/repair-cafe/course.yaml', 'id: mine');
    expect((await textsOf(await sampleStore('repair-cafe', SETTINGS)))['modules/repair-cafe/course.yaml']).toBe('id: mine');
    expect(asked.length).toBe(1);
  });
});

describe('a new course', () => {
  test('goes into this browser, even if a folder is served', async () => {
    sessionStorage.setItem('cartable-studio-key', 'secret');
    vi.stubGlobal('fetch', async () => Response.json({ name: 'Quai', id: 'q' }));
    const store = await newCourseStore('blank', COURSE, 'browser');
    expect([store?.kind, await textsOf(store), await browserProjects()]).toEqual(['browser', expected, ['four']]);
  });

  test('goes into the folder that is chosen, which is asked for before anything is read', async () => {
    const folder = new MemoryFolder('courses');
    await folder.put('modules/fournil/course.yaml', 'id: fournil');
    const made = newCourseStore('blank', COURSE, 'folder');
    expect(page.picked).toEqual([{ mode: 'readwrite' }]);
    page.pick(folder);
    const store = await made;
    expect([store?.kind, await textsOf(store)]).toEqual(['folder', { ...expected, 'modules/fournil/course.yaml': 'id: fournil' }]);
    expect(await browserProjects()).toEqual([]);
  });

  test('never replaces one of the same name', async () => {
    const folder = new MemoryFolder('courses');
    await folder.put('modules/four/1.md', '# Mine');
    page.pick(folder);
    expect(await newCourseStore('blank', COURSE, 'folder')).toBeNull();
    expect(folder.texts()).toEqual({ 'modules/four/1.md': '# Mine' });
  });

  test('is not open before all of it is written', async () => {
    const folder = new MemoryFolder('courses');
    folder.disk.beforeClose = () => Promise.reject(new DOMException('', 'QuotaExceededError'));
    page.pick(folder);
    await expect(newCourseStore('blank', COURSE, 'folder')).rejects.toThrow();
  });

  test('goes into the folder that the command serves', async () => {
    sessionStorage.setItem('cartable-studio-key', 'secret');
    const written: string[] = [];
    vi.stubGlobal('fetch', async (address: string, { method = 'GET' }: RequestInit) => {
      if (method === 'PUT') written.push(address);
      return address === '-/project' ? Response.json({ name: 'Quai', id: 'q' }) : Response.json({});
    });
    expect((await newCourseStore('blank', COURSE, 'served'))?.kind).toBe('server');
    expect(written).toEqual(Object.keys(expected).map((path) => `-/files/${path}`));
    expect([page.picked, await browserProjects()]).toEqual([[], []]);
  });
});

test('a folder is asked for with the right to write', async () => {
  page.pick(new MemoryFolder('courses'));
  expect([(await pickedFolder()).kind, page.picked]).toEqual(['folder', [{ mode: 'readwrite' }]]);
});
