import { zipSync } from 'fflate';
import { expect, test } from 'vitest';
import { courseZip } from '../../../build/studio/storage/course-zip.ts';
import { unzipOwn } from '../../../build/studio/storage/unzip.ts';

test('a zip of the studio gives the files that went into it', () => {
  const files = new Map([
    ['course.yaml', new TextEncoder().encode('id: four\r\n')],
    ['assets/Pain.PNG', Uint8Array.of(137, 80, 78, 71)],
    ['assets/empty.md', new Uint8Array()],
  ]);
  const read = unzipOwn(courseZip(files, 'x', new Date(2026, 0, 1)).bytes);
  expect([...read].map(([path, bytes]) => [path, [...bytes]])).toEqual([...files].map(([path, bytes]) => [path, [...bytes]]));
  expect(() => unzipOwn(new TextEncoder().encode('<!doctype html>'))).toThrow();
});

test('an empty file that is stored as it is comes too, in its place', () => {
  const read = unzipOwn(zipSync({ 'a.md': [new Uint8Array(), { level: 0 }], 'b.md': [Uint8Array.of(1), { level: 0 }] }));
  expect([...read].map(([path, bytes]) => [path, [...bytes]])).toEqual([
    ['a.md', []],
    ['b.md', [1]],
  ]);
});
