import { describe, expect, test } from 'vitest';
import { CourseZipError } from '../../../build/studio/storage/course-zip-error.ts';
import { readCourseZip } from '../../../build/studio/storage/read-course-zip.ts';
import { sourceOf } from '../../../build/verify/zip/source.ts';
import { type RawEntry, rawZip } from '../../verify/zip/raw-zip.ts';

const bytes = (text: string): Uint8Array<ArrayBuffer> => new TextEncoder().encode(text);
const course = { name: 'modules/quai/course.yaml', data: bytes('id: quai\n') };

/** Reads a zip; returns its paths, or why it is refused. */
async function outcome(entries: readonly RawEntry[]): Promise<readonly string[] | string> {
  try {
    return [...(await readCourseZip(sourceOf(rawZip(entries)), 'Le quai')).keys()];
  } catch (error) {
    if (error instanceof CourseZipError) return error.reason;
    throw error;
  }
}

describe('the course in a zip', () => {
  test.each([
    ['in modules/', ['modules/quai/course.yaml', 'modules/quai/a.md'], ['modules/quai/course.yaml', 'modules/quai/a.md']],
    ['in a project in a folder', ['x/modules/quai/course.yaml', 'y.txt'], ['modules/quai/course.yaml']],
    ['in the only folder', ['Mon quai/course.yaml', 'Mon quai/a.md'], ['modules/mon-quai/course.yaml', 'modules/mon-quai/a.md']],
    ['at the root', ['course.yaml', 'assets/a.png'], ['modules/le-quai/course.yaml', 'modules/le-quai/assets/a.png']],
    ['written by an old Windows', ['quai\\course.yaml', 'quai\\a.md'], ['modules/quai/course.yaml', 'modules/quai/a.md']],
  ])('is found %s', async (_, names, paths) => {
    expect(await outcome(names.map((name) => ({ name })))).toEqual(paths);
  });

  test('comes without packages and what systems and tools leave', async () => {
    const rest = [
      'dist/quai/a.scorm12.zip',
      'README.md',
      '__MACOSX/modules/quai/._a.md',
      'modules/quai/.DS_Store',
      '.git/config',
      'modules/quai/node_modules/a.js',
    ];
    expect(await outcome([course, ...rest.map((name) => ({ name }))])).toEqual([course.name]);
  });

  test.each<readonly [string, readonly RawEntry[]]>([
    ['zip-outside', [course, { name: '../../course.yaml' }]],
    ['zip-outside', [course, { name: 'modules/quai/..\\..\\a.md' }]],
    ['zip-outside', [course, { name: '/etc/passwd' }]],
    ['zip-link', [course, { name: 'modules/quai/a.md', mode: 0o120777 }]],
    ['zip-twice', [course, { name: 'modules\\quai\\course.yaml' }]],
    ['zip-twice', [course, { name: 'modules/quai/course.yaml/a.md' }]],
    ['zip-twice', [course, { name: 'modules/quai/course.yaml/quais/a.md' }]],
    ['zip-bomb', [course, { name: 'a.png', size: 4_000_000_000 }]],
    ['zip-content', [course, { name: 'modules/quai/a.md', data: bytes('long '.repeat(500)), size: 5, local: { size: 5 } }]],
    ['too-large', [0, 1, 2, 3, 4, 5, 6, 7, 8, 9].map((n) => ({ name: `${n}.png`, size: 60_000_000, local: { size: 60_000_000 } }))],
    ['too-many', [course, ...Array.from({ length: 10_000 }, (_, n) => ({ name: `modules/quai/${n}.md` }))]],
    ['no-course', [{ name: 'a.md' }]],
    ['no-course', [{ name: 'old/imsmanifest.xml' }]],
    ['package', [{ name: 'imsmanifest.xml' }]],
  ])('is refused: %s', async (reason, entries) => {
    expect(await outcome(entries)).toBe(reason);
  });

  test('keeps the bytes of its files', async () => {
    const odd = bytes('\uFEFFun\r\ndeux');
    const read = await readCourseZip(sourceOf(rawZip([course, { name: 'modules/quai/1.md', data: odd }])), 'x');
    expect(new TextDecoder().decode(read.get(course.name))).toBe('id: quai\n');
    expect(read.get('modules/quai/1.md')).toEqual(odd);
  });

  test.each([
    [5000, 'modules/quai/course.yaml'],
    [5001, '5001'],
  ])('may have 5,000 files, and no more: %i', async (count, found) => {
    const others = Array.from({ length: count - 1 }, (_, n) => ({ name: `${n}.txt` }));
    const read = readCourseZip(sourceOf(rawZip([course, ...others])), 'x');
    const answer = await read.then(
      (files) => [...files.keys()].join(),
      (error: CourseZipError) => error.item,
    );
    expect(answer).toBe(found);
  });

  test('may not have more entries than that in folders alone', async () => {
    const folders = Array.from({ length: 5000 }, (_, n) => ({ name: `${n}/` }));
    await expect(readCourseZip(sourceOf(rawZip([course, ...folders])), 'x')).rejects.toMatchObject({ reason: 'too-many', item: '5001' });
  });

  test.each([
    [0, 'no-course'],
    [1, 'too-large'],
  ])('may have 512 MiB, and not %i byte more', async (more, reason) => {
    const sizes = Array.from({ length: 16 }, (_, n) => 32 * 1024 * 1024 + (n === 0 ? more : 0));
    expect(await outcome(sizes.map((size, n) => ({ name: `${n}.png`, size, local: { size } })))).toBe(reason);
  });

  test('names the file for which it is refused', async () => {
    const item = async (entries: readonly RawEntry[]): Promise<unknown> =>
      readCourseZip(sourceOf(rawZip(entries)), 'x').catch((error: unknown) => (error as CourseZipError).item);
    expect(await item([course, { name: 'modules\\quai\\course.yaml' }])).toBe(course.name);
    expect(await item([course, { name: 'modules/quai/course.yaml/a.md' }])).toBe(course.name);
    expect(await item([course, { name: '../evil.md' }])).toBe('../evil.md');
    expect(await item(['a', 'b', 'b/1.md', 'a/1.md'].map((name) => ({ name })))).toBe('a');
  });

  test('reports what is not about the zip as it is', async () => {
    const failing = { size: 100, read: () => Promise.reject(new RangeError('The disk is gone.')) };
    await expect(readCourseZip(failing, 'x')).rejects.toBeInstanceOf(RangeError);
  });

  test('is refused if the file is none, or was cut off', async () => {
    const zip = rawZip([course]);
    for (const part of [bytes('hello'), zip.slice(0, zip.length - 30)])
      await expect(readCourseZip(sourceOf(part), 'x')).rejects.toBeInstanceOf(CourseZipError);
  });
});
