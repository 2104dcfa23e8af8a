import { expect, test } from 'vitest';
import { MemoryFiles } from '../../../build/host/browser/files.ts';
import { keptVersions, versionIn } from '../../../build/studio/engine/kept.ts';

const RELEASE = { format: 1, course: 'pain', title: 'Pain', cartable: '0.4', digest: 'ab', date: '2026-11-14', packages: [] };

test('reads kept versions, the oldest first, and leaves out what it can’t read', () => {
  const files = new MemoryFiles();
  expect(keptVersions('pain', { files })).toEqual([]);
  const put = (name: string, text: string): void => files.put(`/project/releases/pain/${name}/release.json`, text);
  put('b', JSON.stringify({ ...RELEASE, moment: '2026-11-14T09:00:00.000Z' }));
  put('a', JSON.stringify({ ...RELEASE, moment: '2026-11-15T09:00:00.000Z' }));
  put('c', '{');
  files.put('/project/releases/pain/d/readme.txt', '');
  expect(keptVersions('pain', { files }).map(({ folder }) => folder.replace(/^.*\//, ''))).toEqual(['b', 'a']);
});

test('a file that is no package is refused', () => {
  expect(() => versionIn(new Uint8Array([1, 2, 3]), 'x.zip')).toThrow('x.zip');
});
