import type { ZipSource } from '../../verify/zip/source.ts';
import { newBrowserProject } from './browser-storage.ts';
import { coursesIn } from './course-layout.ts';
import { readCourseZip } from './read-course-zip.ts';
import type { Store } from './store.ts';

/** Makes a source of a file that the user has chosen; only the ranges that are needed are read. */
export function sourceOfFile(file: Blob): ZipSource {
  return {
    size: file.size,
    read: async (start, length) => new Uint8Array(await file.slice(start, Math.max(start, start + length)).arrayBuffer()),
  };
}

/**
 * Copies the course in a zip into this browser's storage, under a name that is free.
 * @throws CourseZipError if the zip is refused, StoreError if there is no room; nothing was written
 */
export async function openZip(file: File): Promise<Store> {
  const files = await readCourseZip(sourceOfFile(file), file.name.replace(/(?:[-_ ]\d{4}-\d{2}-\d{2}(?:-\d{4})?)?\.zip$/i, ''));
  const [course = ''] = coursesIn(files.keys());
  return newBrowserProject(course.replace('modules/', ''), files);
}
