import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { browserProjects } from '../../../build/studio/storage/browser-storage.ts';
import { openZip, sourceOfFile } from '../../../build/studio/storage/open-zip.ts';
import { MemoryFolder } from '../../helpers/memory-folder.ts';
import { MemoryLocks } from '../../helpers/memory-locks.ts';
import { type RawEntry, rawZip } from '../../verify/zip/raw-zip.ts';

let root: MemoryFolder;

beforeEach(() => {
  root = new MemoryFolder();
  vi.stubGlobal('navigator', { storage: { getDirectory: async () => root.handle }, locks: new MemoryLocks().of('one') });
});
afterEach(() => {
  vi.unstubAllGlobals();
});

const zipOf = (name: string, entries: readonly RawEntry[]): File => new File([new Uint8Array(rawZip(entries))], name);

test.each([
  ['Le four.zip', 'le-four'],
  ['le four.zipper.zip', 'le-four-zipper'],
  ['le-four-2026-11-28-0905.zip', 'le-four'],
  ['le four 2026-11-28.ZIP', 'le-four'],
  ['le_four_2026-11-28.zip', 'le-four'],
  ['le-four-2026.zip', 'le-four-2026'],
])('a course at the root has the name of its zip, without a date: %s', async (zip, name) => {
  const store = await openZip(zipOf(zip, [{ name: 'course.yaml', data: new TextEncoder().encode('id: four') }]));
  expect(store.name).toBe(name);
  expect(root.texts()).toEqual({ [`courses/${name}/modules/${name}/course.yaml`]: 'id: four' });
});

test('a course that was opened before is there twice, and each has its files', async () => {
  const file = zipOf('x.zip', [{ name: 'modules/four/course.yaml' }, { name: 'modules/four/1.md' }]);
  expect([(await openZip(file)).name, (await openZip(file)).name]).toEqual(['four', 'four-2']);
  expect(Object.keys(root.texts())).toContain('courses/four-2/modules/four/1.md');
});

test('a project has the name of its first course', async () => {
  const names = ['modules/tram/course.yaml', 'modules/four/course.yaml'];
  expect(
    (
      await openZip(
        zipOf(
          'x.zip',
          names.map((name) => ({ name })),
        ),
      )
    ).name,
  ).toBe('four');
});

test('a zip that is refused writes nothing', async () => {
  await expect(openZip(zipOf('x.zip', [{ name: 'course.yaml' }, { name: '../a.md' }]))).rejects.toMatchObject({ reason: 'zip-outside' });
  expect([root.texts(), await browserProjects()]).toEqual([{}, []]);
});

test('of a file, the ranges that are asked for are read, and none beyond its end', async () => {
  const source = sourceOfFile(new Blob(['0123456789']));
  const read = async (start: number, length: number): Promise<string> => new TextDecoder().decode(await source.read(start, length));
  expect([source.size, await read(0, 3), await read(8, 5), await read(4, 0), await read(4, -2), await read(0, -3)]).toEqual([
    10,
    '012',
    '89',
    '',
    '',
    '',
  ]);
});
