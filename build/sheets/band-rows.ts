import type { Html } from '../../src/model/course/activity.ts';
import type { Band } from '../../src/model/course/course.ts';
import { escapeHtml } from '../text/plain-html.ts';
import type { SheetStrings } from './sheet-strings.ts';

/** Lists the texts for a score, each with the score from which it is shown. */
export function bandRows(bands: readonly Band[] = [], strings: SheetStrings): Html {
  const rows = bands.map(
    ({ from, feedback }) =>
      `<div class="s-model"><p class="s-group">${escapeHtml(strings.format('guide.band', { from }))}</p>${feedback}</div>`,
  );
  return rows.join('');
}
