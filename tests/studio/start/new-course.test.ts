import { expect, test } from 'vitest';
import { newCourseFiles } from '../../../build/studio/start/new-course.ts';
import { blankCourse } from '../../../build/studio/start/templates/blank.ts';
import { quarterCourse } from '../../../build/studio/start/templates/quarter.ts';
import { trainingCourse } from '../../../build/studio/start/templates/training.ts';

const COURSE = { id: 'four', title: 'L’été au four', lang: 'fr' } as const;

test.each([
  ['blank', blankCourse],
  ['quarter', quarterCourse],
  ['training', trainingCourse],
] as const)('the files of a template are those of its course, in the folder of its id: %s', (name, make) => {
  const texts = [...newCourseFiles(name, COURSE)].map(([path, bytes]) => [path, new TextDecoder().decode(bytes)]);
  expect(texts).toEqual([...make(COURSE)].map(([path, text]) => [`modules/four/${path}`, text]));
  expect(texts.some(([, text]) => text?.includes('L’été au four'))).toBe(true);
});
