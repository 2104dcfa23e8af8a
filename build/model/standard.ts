import type { Standard, Target } from '../../src/model/course/course.ts';

/** The standard whose names and formats a target has. The web, which sends nothing, has those of 1.2. */
export function standardOf(target: Target): Standard {
  return target.startsWith('scorm2004') ? '2004' : '1.2';
}
