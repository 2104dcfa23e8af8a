import { timesOf } from '../src/model/captions.ts';

/** A place in a file of captions; both count from 1. */
export interface CaptionPlace {
  readonly line: number;
  readonly column: number;
}

/** What stands in a line of times, and in no other (WebVTT 4.1). */
const ARROW = '-->';

/** The words below a line of times. @returns 'none' where the next caption follows, 'apart' where an empty line parts them from it */
function wordsBelow(lines: readonly string[], index: number): 'there' | 'none' | 'apart' {
  // What tells stands near: to look on to the end for each caption would take ages in a long file.
  const rest = lines.slice(index + 1, index + 6);
  const end = rest.findIndex((line) => line === '' || line.includes(ARROW));
  const words = end < 0 ? rest : rest.slice(0, end);
  if (words.some((line) => line.trim() !== '')) return 'there';
  const next = rest.findIndex((line) => line.trim() !== '');
  const [line = ARROW, after = ''] = next < 0 ? [] : rest.slice(next);
  return line.includes(ARROW) || after.includes(ARROW) || /^(?:NOTE|STYLE|REGION)\b/.test(line) ? 'none' : 'apart';
}

/**
 * How many captions of a WebVTT text the page shows, and where it leaves words out: times that can't be read or run
 * backwards, words behind an empty line. A caption that has no words, as programs that listen write them, is no mistake.
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
