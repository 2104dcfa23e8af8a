import type { Html } from '../../src/model/course/activity.ts';
import type { Band } from '../../src/model/course/course.ts';
import { escapeHtml } from '../text/plain-html.ts';
import type { SheetWords } from './sheet-words.ts';

/** Lists the texts for a score, each with the score from which it is shown. */
export function bandRows(bands: readonly Band[] = [], words: SheetWords): Html {
  const rows = bands.map(
    ({ from, feedback }) => `<div class="s-model"><p class="s-group">${escapeHtml(words.say('guide.band', { from }))}</p>${feedback}</div>`,
  );
  return rows.join('');
}
