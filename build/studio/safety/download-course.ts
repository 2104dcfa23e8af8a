import { courseZip } from '../storage/course-zip.ts';
import type { Studio } from '../studio.ts';
import { download } from '../ui/download.ts';

/** Gives the course as one dated file, with everything that is in the page, saved or not. */
export function downloadCourse(studio: Studio): void {
  const title = studio.checked.value.course?.title ?? studio.course.replace('modules/', '');
  const { name, bytes } = courseZip(studio.project.all, title, new Date());
  download(name, bytes);
  studio.copiedAt.value = Date.now();
}
