import { partsOf } from '../model/course/chapters.ts';
import type { ModuleContent } from '../model/course/course.ts';
import type { Progress } from '../visit/tracker.ts';
import { showBand } from './widgets/band.ts';
import { make } from './widgets/element.ts';
import { wholePercent } from './widgets/whole-percent.ts';

/** Makes the text for the score of the session, or for that of each chapter, once nothing is left to do there. */
export function scoreBands(content: ModuleContent, progress: Progress): HTMLElement[] {
  return partsOf(content).flatMap(({ bands, pass, activities, title }, index) => {
    const { score } = progress.chapters[index] ?? progress;
    if (score === undefined || activities.some(({ id }) => progress.left.includes(id))) return [];
    const box = make('div', '');
    showBand(box, bands, wholePercent(score, pass));
    if (content.chapters) box.firstElementChild?.prepend(make('p', '', make('b', '', title)));
    return box.firstElementChild ? [box] : [];
  });
}
