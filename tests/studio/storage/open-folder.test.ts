import { expect, test } from 'vitest';
import { MountedStore } from '../../../build/studio/storage/mounted-store.ts';
import { folderStore } from '../../../build/studio/storage/open-folder.ts';
import { MemoryFolder } from '../../helpers/memory-folder.ts';

async function folderOf(name: string, paths: readonly string[]): Promise<MemoryFolder> {
  const folder = new MemoryFolder(name);
  for (const path of paths) await folder.put(path, path);
  return folder;
}

test('a project opens as it is', async () => {
  const folder = await folderOf('Cours', ['modules/four/course.yaml', 'modules/four/1.md', 'README.md']);
  const store = await folderStore(folder.handle);
  expect([store.kind, store.name]).toEqual(['folder', 'Cours']);
  expect([...(await store.list()).keys()]).toEqual(['modules/four/course.yaml', 'modules/four/1.md']);
});

test('the folder of one course opens as a project around it', async () => {
  const paths = [
    'course.yaml',
    '1.md',
    'assets/a.svg',
    'banks/b.md',
    'dist/build.json',
    'releases/four/1/release.json',
    'distance.md',
    'banks/dist/c.md',
  ];
  const folder = await folderOf('Le Fournil', [...paths, '.git/config', 'node_modules/a.js', 'dist/four/1.zip']);
  const store = await folderStore(folder.handle);
  expect(store).toBeInstanceOf(MountedStore);
  expect([store.kind, store.name, store.handle]).toEqual(['folder', 'Le Fournil', folder.handle]);
  expect([...(await store.list()).keys()]).toEqual([
    'modules/le-fournil/course.yaml',
    'modules/le-fournil/1.md',
    'modules/le-fournil/assets/a.svg',
    'modules/le-fournil/banks/b.md',
    'modules/le-fournil/banks/dist/c.md',
    'dist/build.json',
    'releases/four/1/release.json',
    'modules/le-fournil/distance.md',
  ]);
});
