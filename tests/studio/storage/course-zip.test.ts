import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { freeName } from '../../../build/model/free-name.ts';
import { folderName, layOut } from '../../../build/studio/storage/course-layout.ts';
import { courseZip } from '../../../build/studio/storage/course-zip.ts';
import { CourseZipError } from '../../../build/studio/storage/course-zip-error.ts';
import { sourceOfFile } from '../../../build/studio/storage/open-zip.ts';
import { readCourseZip } from '../../../build/studio/storage/read-course-zip.ts';
import { sourceOf } from '../../../build/verify/zip/source.ts';
import { root } from '../../helpers/examples-project.ts';
import { type RawEntry, rawZip } from '../../verify/zip/raw-zip.ts';

const bytes = (text: string): Uint8Array<ArrayBuffer> => new TextEncoder().encode(text);
const course: RawEntry = { name: 'modules/quai/course.yaml', data: bytes('id: quai\n') };

/** Reads a zip; returns its paths, or why it is refused. */
async function outcome(entries: readonly RawEntry[]): Promise<readonly string[] | string> {
  try {
    return [...(await readCourseZip(sourceOf(rawZip(entries)), 'Le quai')).keys()];
  } catch (error) {
    if (error instanceof CourseZipError) return error.reason;
    throw error;
  }
}

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
});

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
    ['zip-bomb', [course, { name: 'a.png', size: 4_000_000_000 }]],
    ['zip-content', [course, { name: 'modules/quai/a.md', data: bytes('long '.repeat(500)), size: 5, local: { size: 5 } }]],
    ['too-large', [0, 1, 2, 3, 4, 5, 6, 7, 8, 9].map((n) => ({ name: `${n}.png`, size: 60_000_000, local: { size: 60_000_000 } }))],
    ['too-many', [course, ...Array.from({ length: 10_000 }, (_, n) => ({ name: `modules/quai/${n}.md` }))]],
    ['no-course', [{ name: 'a.md' }]],
    ['package', [{ name: 'imsmanifest.xml' }]],
  ])('is refused: %s', async (reason, entries) => {
    expect(await outcome(entries)).toBe(reason);
  });

  test('is refused if the file is none, or was cut off', async () => {
    const zip = rawZip([course]);
    for (const part of [bytes('hello'), zip.slice(0, zip.length - 30)])
      await expect(readCourseZip(sourceOf(part), 'x')).rejects.toBeInstanceOf(CourseZipError);
  });
});

test('folders get plain names that are free', () => {
  expect(folderName('  L’été à la gare ! ')).toBe('l-ete-a-la-gare');
  expect(folderName('🚉')).toBe('cours');
  expect(freeName('quai', (name) => ['quai', 'quai-2'].includes(name))).toBe('quai-3');
  expect(layOut(['notes.txt'], 'x')).toBeNull();
});
