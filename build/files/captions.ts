import { timesOf } from '../../src/model/course/captions.ts';

/** Position in a file of captions; both count from 1. */
export interface CaptionPlace {
  readonly line: number;
  readonly column: number;
}

/** Separates the two times of a caption. No other line may contain it (WebVTT 4.1). */
const ARROW = '-->';

/** Looks for text below a line with times. @returns 'none' if the caption has no text, 'apart' if an empty line precedes its text */
function wordsBelow(lines: readonly string[], index: number): 'there' | 'none' | 'apart' {
  // A few lines are enough; searching to the end for each caption would be quadratic.
  const rest = lines.slice(index + 1, index + 6);
  const end = rest.findIndex((line) => line === '' || line.includes(ARROW));
  const words = end < 0 ? rest : rest.slice(0, end);
  if (words.some((line) => line.trim() !== '')) return 'there';
  const next = rest.findIndex((line) => line.trim() !== '');
  const [line = ARROW, after = ''] = next < 0 ? [] : rest.slice(next);
  return line.includes(ARROW) || after.includes(ARROW) || /^(?:NOTE|STYLE|REGION)\b/.test(line) ? 'none' : 'apart';
}

/**
 * Counts the captions of a WebVTT text that the page shows, and finds those that it drops. Causes are times that can't be
 * read or run backwards, and an empty line before the text. Captions without text are allowed: speech recognition writes them.
 */
export function captionsIn(text: string): { readonly shown: number; readonly lost: readonly CaptionPlace[] } {
  const lines = text.split(/\r\n?|\n/);
  const lost: CaptionPlace[] = [];
  let shown = 0;
  for (const [index, line] of lines.entries()) {
    if (!line.includes(ARROW)) continue;
    const words = timesOf(line) ? wordsBelow(lines, index) : 'apart';
    if (words === 'apart') lost.push({ line: index + 1, column: line.search(/\S/) + 1 });
    else if (words === 'there') shown++;
  }
  return { shown, lost };
}
