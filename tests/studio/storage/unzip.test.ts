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
