import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { courseZip, stampOfTime } from '../../../build/studio/storage/course-zip.ts';
import { sourceOfFile } from '../../../build/studio/storage/open-zip.ts';
import { readCourseZip } from '../../../build/studio/storage/read-course-zip.ts';
import { root } from '../../helpers/examples-project.ts';

const bytes = (text: string): Uint8Array<ArrayBuffer> => new TextEncoder().encode(text);
/** All files below a folder of the repository, by their path in it. */
function filesOf(folder: string): ReadonlyMap<string, Uint8Array<ArrayBuffer>> {
  const entries = readdirSync(join(root, folder), { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
  const paths = entries.map((entry) => join(entry.parentPath, entry.name));
  return new Map(paths.map((path) => [path.slice(root.length + 1), new Uint8Array(readFileSync(path))]));
}

describe('a course as one file', () => {
  test('is read back byte by byte, with line ends, byte order marks and names beyond ASCII', async () => {
    const odd = 'modules/repair-cafe/assets/à côté — n° 2.md';
    const files = new Map([...filesOf('modules/repair-cafe'), [odd, bytes('\uFEFFun\r\ndeux\rtrois <!-- ! -->  \n')]]);
    const zip = courseZip(files, 'The Repair Café', new Date(2026, 10, 28, 9, 5));
    expect(zip.name).toBe('the-repair-cafe-2026-11-28-0905.zip');
    const read = await readCourseZip(sourceOfFile(new Blob([zip.bytes])), 'x');
    expect([...read].sort()).toEqual([...files].sort());
  });

  test('is named after its title and the local time, in two digits each', () => {
    expect(stampOfTime(new Date(2026, 0, 2, 3, 4))).toBe('2026-01-02-0304');
    expect(stampOfTime(new Date(2026, 11, 31, 23, 59))).toBe('2026-12-31-2359');
    const local = new Date(2026, 0, 2, 3, 4);
    for (const name of ['getUTCFullYear', 'getUTCMonth', 'getUTCDate', 'getUTCHours', 'getUTCMinutes'] as const)
      Object.assign(local, { [name]: () => 9 });
    expect(stampOfTime(local)).toBe('2026-01-02-0304');
    expect(courseZip(new Map(), '', new Date(2026, 0, 2, 3, 4)).name).toBe('cours-2026-01-02-0304.zip');
  });

  test.each<readonly [string, number]>([
    ['photo.JPG', 0],
    ...['png', 'jpeg', 'avif', 'gif', 'mp3', 'm4a', 'ogg', 'webm', 'woff2'].map((ending) => [`four.${ending}`, 0] as const),
    ['four.svg', 8],
    ['pain.webp', 0],
    ['four.mp4', 0],
    ['four.md', 8],
    ['jpg.md', 8],
    ['fourjpg', 8],
    ['four.jpg.md', 8],
    ['course.yaml', 8],
  ])('compresses what is not compressed already: %s', (name, method) => {
    const { bytes: zip } = courseZip(new Map([[`modules/four/${name}`, bytes('pain '.repeat(100))]]), 'x', new Date(2026, 0, 2));
    // ZIP APPNOTE 4.3.7: the method is at offset 8 of the local header.
    expect(zip[8]).toBe(method);
  });

  test('is the same for the same files at the same time', () => {
    const files = new Map([['modules/four/1.md', bytes('un')]]);
    const zips = [0, 1].map(() => courseZip(files, 'x', new Date(2026, 0, 2, 3, 4)).bytes);
    expect(zips[0]).toEqual(zips[1]);
  });

  test.each([1970, 1979, 1980, 2099, 2100])('is made whatever year the clock of the machine has: %i', async (year) => {
    const files = new Map([['modules/four/course.yaml', bytes('id: four')]]);
    const zip = courseZip(files, 'x', new Date(year, 5, 1));
    expect(zip.name).toBe(`x-${year}-06-01-0000.zip`);
    // APPNOTE 4.4.6: the date at offset 12 of the local header is seven bits of years since 1980, four of the month, five of the day.
    const date = new DataView(zip.bytes.buffer).getUint16(12, true);
    const isKnown = year >= 1980 && year <= 2099;
    expect([1980 + (date >> 9), (date >> 5) & 15, date & 31]).toEqual(isKnown ? [year, 6, 1] : [1980, 1, 1]);
    expect([...(await readCourseZip(sourceOfFile(new Blob([zip.bytes])), 'x')).keys()]).toEqual(['modules/four/course.yaml']);
  });
});
