import { expect, test } from 'vitest';
import { CourseZipError } from '../../../build/studio/storage/course-zip-error.ts';

test.each([
  [new CourseZipError('zip-method', 'four.md'), 'zip-method', 'four.md', 'zip-method four.md'],
  [new CourseZipError('no-course'), 'no-course', '', 'no-course '],
])('%s names its reason, and the file if it is about one', (error, reason, item, message) => {
  expect([error.reason, error.item, error.message, error instanceof Error]).toEqual([reason, item, message, true]);
});
