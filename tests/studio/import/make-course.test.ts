import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { makeCourse } from '../../../build/studio/import/make-course.ts';
import { MemoryFolder } from '../../helpers/memory-folder.ts';
import { MemoryLocks } from '../../helpers/memory-locks.ts';

let root: MemoryFolder;

beforeEach(() => {
  root = new MemoryFolder();
  vi.stubGlobal('navigator', { storage: { getDirectory: async () => root.handle }, locks: new MemoryLocks().of('one') });
});
afterEach(() => {
  vi.unstubAllGlobals();
});

test('a course is written under the name of its folder, texts and bytes, and a second one beside it', async () => {
  const files = new Map<string, string | Uint8Array<ArrayBuffer>>([
    ['modules/cours-pain/pain.md', 'Été'],
    ['modules/cours-pain/a.bin', Uint8Array.of(65)],
  ]);
  expect([await makeCourse(files), await makeCourse(files)]).toEqual(['cours-pain', 'cours-pain-2']);
  expect(root.texts()).toEqual({
    'courses/cours-pain/modules/cours-pain/pain.md': 'Été',
    'courses/cours-pain/modules/cours-pain/a.bin': 'A',
    'courses/cours-pain-2/modules/cours-pain/pain.md': 'Été',
    'courses/cours-pain-2/modules/cours-pain/a.bin': 'A',
  });
});

test.each(['pain.md', 'old/modules/pain/pain.md', 'modules/pain.md', 'modules//pain.md'])(
  'files outside of a folder of modules/ have a course of a plain name: %s',
  async (path) => {
    expect(await makeCourse(new Map([[path, 'x']]))).toBe('import');
  },
);

test('the first file names the course; no files have one too', async () => {
  const files = new Map(['modules/pain/assets/a.md', 'modules/sel/a.md'].map((path) => [path, 'x']));
  expect([await makeCourse(files), await makeCourse(new Map())]).toEqual(['pain', 'import']);
});
