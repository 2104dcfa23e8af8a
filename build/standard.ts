import type { Standard, Target } from '../src/model/course.ts';

/** The standard whose names and formats a target has: on the web, where nobody is told, those of 1.2. */
export function standardOf(target: Target): Standard {
  return target.startsWith('scorm2004') ? '2004' : '1.2';
}
