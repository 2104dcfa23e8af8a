import type { Diagnostics } from '../diagnostics/diagnostics.ts';

/** First and last line of a git conflict; as quotations they would be seven levels deep. */
const MARK = /^(?:<{7}|>{7})(?: |$)/;

const FENCE = /^ {0,3}(`{3,}|~{3,})/;

/** Finds the first conflict mark outside of code; -1 if there is none. */
function firstMark(lines: readonly string[]): number {
  let fence = '';
  return lines.findIndex((line) => {
    const mark = FENCE.exec(line)?.[1];
    if (mark && fence === '') fence = mark;
    else if (mark?.startsWith(fence) && line.trim() === mark) fence = '';
    return fence === '' && MARK.test(line);
  });
}

/** Reports a git conflict. The rest of such a text should not be reported on. */
export function hasMergeMarks(text: string, file: string, diagnostics: Diagnostics): boolean {
  if (!text.includes('<<<<<<<') && !text.includes('>>>>>>>')) return false;
  const index = firstMark(text.split('\n'));
  if (index >= 0) diagnostics.error('merge-marks', { file, line: index + 1, column: 1 });
  return index >= 0;
}
