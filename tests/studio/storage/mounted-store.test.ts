import { beforeEach, expect, test } from 'vitest';
import { FolderStore, stampOf } from '../../../build/studio/storage/folder-store.ts';
import { MountedStore } from '../../../build/studio/storage/mounted-store.ts';
import { MemoryFolder } from '../../helpers/memory-folder.ts';

const bytes = (text: string): Uint8Array<ArrayBuffer> => new TextEncoder().encode(text);

let folder: MemoryFolder;
let store: MountedStore;

beforeEach(async () => {
  folder = new MemoryFolder('four');
  await folder.put('course.yaml', 'id: four');
  await folder.put('dist/build.json', '{}');
  await folder.put('releases/four/1/release.json', '{}');
  const wanted = { file: () => true, folder: () => true };
  store = new MountedStore(new FolderStore(folder.handle, 'folder', 'four', wanted), 'modules/four');
});

test('shows the course in modules/, and beside it what builds write', async () => {
  expect([...(await store.list()).keys()]).toEqual(['modules/four/course.yaml', 'dist/build.json', 'releases/four/1/release.json']);
  expect((await store.list()).get('modules/four/course.yaml')).toBe(await stampOf(bytes('id: four')));
  expect([store.kind, store.name, store.handle]).toEqual(['folder', 'four', folder]);
  expect(new MountedStore(new FolderStore(folder.handle, 'browser'), 'modules/four').kind).toBe('browser');
});

test('reads, writes and removes files in their places of the folder', async () => {
  const { bytes: read, stamp } = await store.read('modules/four/course.yaml');
  expect(new TextDecoder().decode(read)).toBe('id: four');
  expect(new TextDecoder().decode((await store.read('dist/build.json')).bytes)).toBe('{}');
  await store.write('modules/four/course.yaml', bytes('id: pain'), stamp);
  const made = await store.write('modules/four/assets/a.txt', bytes('un'), null);
  await store.write('releases/four/2/release.json', bytes('{2}'), null);
  expect(folder.texts()).toEqual({
    'course.yaml': 'id: pain',
    'dist/build.json': '{}',
    'releases/four/1/release.json': '{}',
    'assets/a.txt': 'un',
    'releases/four/2/release.json': '{2}',
  });
  expect([...(await store.list()).keys()]).toContain('modules/four/assets/a.txt');
  await store.remove('modules/four/assets/a.txt', made);
  expect(Object.keys(folder.texts())).not.toContain('assets/a.txt');
});

test('removes the folder of the course only at the start of a path', async () => {
  await folder.put('modules/four/1.md', 'inside');
  await store.write('releases/modules/four/x.json', bytes('kept'), null);
  expect(folder.texts()).toMatchObject({ 'releases/modules/four/x.json': 'kept' });
  const read = async (path: string): Promise<string> => new TextDecoder().decode((await store.read(path)).bytes);
  expect([await read('releases/modules/four/x.json'), await read('modules/four/modules/four/1.md')]).toEqual(['kept', 'inside']);
});

test('refuses what the folder refuses', async () => {
  await expect(store.write('modules/four/course.yaml', bytes('x'), null)).rejects.toMatchObject({ reason: 'changed' });
  await expect(store.remove('modules/four/course.yaml', 'x')).rejects.toMatchObject({ reason: 'changed' });
});
