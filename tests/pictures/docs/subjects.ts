import { activitySubjects } from './activities.ts';
import { guideSubjects } from './guide.ts';
import type { Subject } from './subject.ts';

/** Lists every picture of the documentation that is made by `npm run doc-pictures`. */
export function allSubjects(): Subject[] {
  return [...activitySubjects(), ...guideSubjects()];
}
