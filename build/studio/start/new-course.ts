import type { Path } from '../engine/calls.ts';
import { blankCourse } from './templates/blank.ts';
import { quarterCourse } from './templates/quarter.ts';
import type { NewCourse } from './templates/template.ts';
import { trainingCourse } from './templates/training.ts';

const TEMPLATES = { blank: blankCourse, quarter: quarterCourse, training: trainingCourse } as const;

/** Name of a template. */
export type TemplateName = keyof typeof TEMPLATES;

/** Makes the files of a new course, by their path in its project. */
export function newCourseFiles(template: TemplateName, course: NewCourse): ReadonlyMap<Path, Uint8Array<ArrayBuffer>> {
  const files = TEMPLATES[template](course);
  return new Map([...files].map(([path, text]) => [`modules/${course.id}/${path}`, new TextEncoder().encode(text)]));
}
