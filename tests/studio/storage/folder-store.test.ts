import { createHash } from 'node:crypto';
import { beforeEach, describe, expect, test } from 'vitest';
import { FolderStore, stampOf } from '../../../build/studio/storage/folder-store.ts';
import { MemoryFolder } from '../../helpers/memory-folder.ts';

const bytes = (text: string): Uint8Array<ArrayBuffer> => new TextEncoder().encode(text);
const sha = (text: string): string => createHash('sha256').update(text).digest('hex');

let folder: MemoryFolder;
let store: FolderStore;
const COURSE = 'modules/four/course.yaml';

beforeEach(async () => {
  folder = new MemoryFolder('fournil');
  await folder.put(COURSE, 'id: four');
  store = new FolderStore(folder.handle, 'folder');
});

test('a stamp is the digest of the content', async () => {
  expect(await stampOf(bytes('pain'))).toBe(sha('pain'));
  expect(await stampOf(bytes(''))).toMatch(/^[0-9a-f]{64}$/);
});

test('a store has the name of its folder, or the one that is given', () => {
  expect([store.name, store.kind, store.handle]).toEqual(['fournil', 'folder', folder]);
  expect(new FolderStore(folder.handle, 'browser', 'pain').name).toBe('pain');
});

describe('the list', () => {
  test('has the files of the courses at any depth, with their stamps', async () => {
    await folder.put('modules/four/assets/a/b.svg', '<svg/>');
    for (const other of ['README.md', 'notes/a.md', 'modules/four/.DS_Store', 'modules/node_modules/a.md', 'dist/four/1.zip'])
      await folder.put(other, 'x');
    await folder.put('dist/build.json', '{}');
    expect(Object.fromEntries(await store.list())).toEqual({
      [COURSE]: sha('id: four'),
      'modules/four/assets/a/b.svg': sha('<svg/>'),
      'dist/build.json': sha('{}'),
    });
  });

  test('looks into no folder that has none of their files', async () => {
    const seen: string[] = [];
    folder.disk.beforeRead = (path) => seen.push(path);
    await folder.put('node_modules/a/b.md', 'x');
    await folder.put('modules/.git/b.md', 'x');
    await store.list();
    expect(seen).toEqual([COURSE]);
  });

  test('reads a file again only if its size or time is another', async () => {
    const sizes: number[] = [];
    const digest = crypto.subtle.digest.bind(crypto.subtle);
    await store.list();
    crypto.subtle.digest = async (name, data) => {
      sizes.push((data as Uint8Array).length);
      return digest(name, data);
    };
    try {
      await store.list();
      expect(sizes).toEqual([]);
      await folder.put(COURSE, 'id: pain');
      expect((await store.list()).get(COURSE)).toBe(sha('id: pain'));
      const { time } = await (await (await folder.getDirectoryHandle('modules')).getDirectoryHandle('four')).getFileHandle('course.yaml');
      folder.disk.now = () => time;
      await folder.put(COURSE, 'id: levain');
      expect((await store.list()).get(COURSE)).toBe(sha('id: levain'));
      expect(sizes).toEqual([8, 10]);
    } finally {
      crypto.subtle.digest = digest;
    }
  });
});

describe('a file', () => {
  test('is read with its stamp, byte by byte', async () => {
    await folder.put('modules/four/1.md', '\uFEFFun\r\n');
    const { bytes: read, stamp } = await store.read('modules/four/1.md');
    expect([[...read], stamp]).toEqual([[...bytes('\uFEFFun\r\n')], sha('\uFEFFun\r\n')]);
  });

  test('that has changed since it was listed is read with its new stamp', async () => {
    await store.list();
    await folder.put(COURSE, 'id: pain');
    expect((await store.read(COURSE)).stamp).toBe(sha('id: pain'));
  });

  test('that is missing is gone', async () => {
    await expect(store.read('modules/four/2.md')).rejects.toMatchObject({ reason: 'gone', path: 'modules/four/2.md' });
    await expect(store.read('modules/five/2.md')).rejects.toMatchObject({ reason: 'gone' });
  });

  test('is made with its folders', async () => {
    expect(await store.write('modules/four/assets/a.txt', bytes('un'), null)).toBe(sha('un'));
    expect(folder.texts()['modules/four/assets/a.txt']).toBe('un');
  });

  test('replaces the version that is expected, and no other', async () => {
    expect(await store.write(COURSE, bytes('id: pain'), sha('id: four'))).toBe(sha('id: pain'));
    for (const expected of [sha('id: four'), null])
      await expect(store.write(COURSE, bytes('id: levain'), expected)).rejects.toMatchObject({ reason: 'changed', path: COURSE });
    await expect(store.write('modules/four/new.md', bytes('x'), sha('y'))).rejects.toMatchObject({ reason: 'changed' });
    expect(folder.texts()).toEqual({ [COURSE]: 'id: pain' });
  });

  test('isn’t written if it is there already, whoever has written it', async () => {
    folder.disk.beforeClose = () => Promise.reject(new Error('It is written.'));
    expect(await store.write(COURSE, bytes('id: four'), null)).toBe(sha('id: four'));
  });

  test('isn’t replaced if another program has changed it within the same tick of a coarse clock, at the same size', async () => {
    folder.disk.now = () => 5;
    await folder.put(COURSE, 'id: four');
    await store.list();
    await folder.put(COURSE, 'id: gare');
    await expect(store.write(COURSE, bytes('id: pain'), sha('id: four'))).rejects.toMatchObject({ reason: 'changed' });
    await expect(store.remove(COURSE, sha('id: four'))).rejects.toMatchObject({ reason: 'changed' });
    expect(folder.texts()[COURSE]).toBe('id: gare');
    expect((await store.list()).get(COURSE)).toBe(sha('id: gare'));
  });

  test('that is removed is read again when it is back, whatever its size and time', async () => {
    folder.disk.now = () => 5;
    await folder.put(COURSE, 'id: four');
    await store.list();
    await store.remove(COURSE, sha('id: four'));
    await folder.put(COURSE, 'id: gare');
    expect((await store.list()).get(COURSE)).toBe(sha('id: gare'));
  });

  test('is removed if it is the expected version', async () => {
    await expect(store.remove(COURSE, sha('other'))).rejects.toMatchObject({ reason: 'changed' });
    await store.remove(COURSE, sha('id: four'));
    expect(folder.texts()).toEqual({});
    await store.remove(COURSE, sha('id: four'));
    expect(await store.write(COURSE, bytes('id: four'), null)).toBe(sha('id: four'));
  });
});

describe('a failure', () => {
  test.each([
    ['NotAllowedError', 'forbidden'],
    ['NoModificationAllowedError', 'forbidden'],
    ['SecurityError', 'forbidden'],
    ['QuotaExceededError', 'full'],
    ['NotFoundError', 'gone'],
    ['InvalidStateError', 'gone'],
  ])('of the browser has a reason: %s', async (name, reason) => {
    const cause = new DOMException('', name);
    folder.disk.beforeClose = () => Promise.reject(cause);
    await expect(store.write(COURSE, bytes('id: pain'), sha('id: four'))).rejects.toMatchObject({ reason, path: COURSE, cause });
    expect(folder.texts()[COURSE]).toBe('id: four');
  });

  test('to make a file leaves no empty one, which would pass for another program’s', async () => {
    folder.disk.beforeClose = () => Promise.reject(new DOMException('', 'QuotaExceededError'));
    await expect(store.write('modules/four/1.md', bytes('un'), null)).rejects.toMatchObject({ reason: 'full' });
    expect(folder.texts()).toEqual({ [COURSE]: 'id: four' });
    folder.disk.beforeClose = () => {};
    expect(await store.write('modules/four/1.md', bytes('un'), null)).toBe(sha('un'));
  });

  test('to read the folder is reported for the whole', async () => {
    folder.disk.beforeRead = () => {
      throw new DOMException('', 'NotAllowedError');
    };
    await expect(store.list()).rejects.toMatchObject({ reason: 'forbidden', path: '' });
    await expect(store.write(COURSE, bytes('x'), null)).rejects.toMatchObject({ reason: 'forbidden' });
    folder.disk.beforeRead = () => {
      throw new DOMException('', 'NotReadableError');
    };
    await expect(store.write(COURSE, bytes('x'), null)).rejects.toMatchObject({ reason: 'gone' });
    expect(folder.texts()[COURSE]).toBe('id: four');
  });

  test('of the program stays what it is', async () => {
    folder.disk.beforeRead = () => {
      throw new RangeError('odd');
    };
    await expect(store.read(COURSE)).rejects.toBeInstanceOf(RangeError);
  });
});
