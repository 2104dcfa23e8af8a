import type { Target } from '../src/model/course.ts';

/** Names and formats of what an LMS is told. */
export type Standard = '1.2' | '2004';

/** The standard whose names and formats a target has: on the web, where nobody is told, those of 1.2. */
export function standardOf(target: Target): Standard {
  return target.startsWith('scorm2004') ? '2004' : '1.2';
}
