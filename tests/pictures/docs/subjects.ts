import { activitySubjects } from './activities.ts';
import { guideSubjects } from './guide.ts';
import { movingSubjects } from './moving.ts';
import { readmeSubjects } from './readme.ts';
import { Packages } from './sources.ts';
import type { Subject } from './subject.ts';

/** Lists every picture of the documentation that is made by `npm run doc-pictures`. */
export function allSubjects(): Subject[] {
  const packages = new Packages();
  return [...activitySubjects(packages), ...guideSubjects(), ...readmeSubjects(packages), ...movingSubjects()];
}
