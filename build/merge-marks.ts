import type { Diagnostics } from './diagnostics.ts';

/** The first and last lines that git puts around two versions; as quotations they would be seven deep. */
const MARK = /^(?:<{7}|>{7})(?: |$)/;

const FENCE = /^ {0,3}(`{3,}|~{3,})/;

/** Index of the first line that a merge left, outside of code; -1 where there is none. */
function firstMark(lines: readonly string[]): number {
  let fence = '';
  return lines.findIndex((line) => {
    const mark = FENCE.exec(line)?.[1];
    if (mark && fence === '') fence = mark;
    else if (mark?.startsWith(fence) && line.trim() === mark) fence = '';
    return fence === '' && MARK.test(line);
  });
}

/** Finds two versions that git could not join, which is reported: nothing else in such a text is what its author means. */
export function hasMergeMarks(text: string, file: string, diagnostics: Diagnostics): boolean {
  if (!text.includes('<<<<<<<') && !text.includes('>>>>>>>')) return false;
  const index = firstMark(text.split('\n'));
  if (index >= 0) diagnostics.error('merge-marks', { file, line: index + 1, column: 1 });
  return index >= 0;
}
