import { bytesOf } from '../../verify/zip/content.ts';
import { openZip } from '../../verify/zip/open-zip.ts';
import { type ZipEntry, ZipRefusal, type ZipSource } from '../../verify/zip/source.ts';
import type { Path } from '../engine/calls.ts';
import { layOut } from './course-layout.ts';
import { CourseZipError } from './course-zip-error.ts';

/** Most files of a course, and most bytes of all of them: the page holds them in memory. */
const MOST_FILES = 5000;
const MOST_BYTES = 512 * 1024 * 1024;

/** Makes paths of the names of entries; old programs of Windows write backslashes. @throws if two files would have one path */
function pathsOf(entries: Iterable<ZipEntry>): ReadonlyMap<Path, ZipEntry> {
  const paths = new Map<Path, ZipEntry>();
  const folders = new Set<Path>();
  for (const entry of entries) {
    const path = entry.name.replaceAll('\\', '/');
    if (paths.has(path)) throw new CourseZipError('zip-twice', path);
    paths.set(path, entry);
    for (let at = path.indexOf('/'); at >= 0; at = path.indexOf('/', at + 1)) folders.add(path.slice(0, at));
  }
  const both = [...paths.keys()].find((path) => folders.has(path));
  if (both !== undefined) throw new CourseZipError('zip-twice', both);
  return paths;
}

async function readFiles(source: ZipSource, name: string): Promise<ReadonlyMap<Path, Uint8Array<ArrayBuffer>>> {
  const { entries, files } = await openZip(source);
  if (entries.length > MOST_FILES) throw new CourseZipError('too-many', String(entries.length));
  if (entries.reduce((sum, { size }) => sum + size, 0) > MOST_BYTES) throw new CourseZipError('too-large');
  const paths = pathsOf(files.values());
  const places = layOut(paths.keys(), name);
  if (!places) throw new CourseZipError(paths.has('imsmanifest.xml') ? 'package' : 'no-course');
  const read = new Map<Path, Uint8Array<ArrayBuffer>>();
  for (const [path, place] of places) {
    const entry = paths.get(path);
    if (entry) read.set(place, new Uint8Array(await bytesOf(source, entry)));
  }
  return read;
}

/**
 * Reads the course in a zip that anyone may have made, with the checks of `cartable verify`.
 * @param name of the zip, without its ending
 * @returns files by their path in a project
 * @throws CourseZipError
 */
export async function readCourseZip(source: ZipSource, name: string): Promise<ReadonlyMap<Path, Uint8Array<ArrayBuffer>>> {
  try {
    return await readFiles(source, name);
  } catch (error) {
    throw error instanceof ZipRefusal ? new CourseZipError(error.id, error.item) : error;
  }
}
