import { depthChange } from './directive-line.ts';

const FENCE = /^ {0,3}(`{3,}|~{3,})/;
const PAGE = /^#(?:[ \t]|$)/;
/** What may mean something on another page, or is too rare to be followed: a reference, a fence deep in a list, a comment over lines. */
const SPANNING = /^[ \t>]*(?:(?:[-*+]|\d+[.)])[ \t]+)?\[[^\]]+\]:|^\s{4,}(?:`{3}|~{3})|<!--(?!.*-->)/;

/** A page's lines. */
export interface PageChunk {
  /** Lines before it. */
  readonly start: number;
  readonly text: string;
}

/** Lines at which a page begins, outside of fences and directives; null where something is left open. */
function pageStarts(lines: readonly string[]): readonly number[] | null {
  const starts: number[] = [];
  let fence = '';
  let depth = 0;
  for (const [index, line] of lines.entries()) {
    if (SPANNING.test(line)) return null;
    const mark = FENCE.exec(line)?.[1];
    if (mark && fence === '') fence = mark;
    else if (mark?.startsWith(fence) && line.trim() === mark) fence = '';
    else if (fence === '') {
      depth += depthChange(line);
      if (depth < 0) return null;
      if (!PAGE.test(line)) continue;
      if (depth > 0) return null;
      starts.push(index);
    }
  }
  return fence === '' && depth === 0 ? starts : null;
}

/**
 * Cuts a module's lines where a page begins. Each chunk read alone gives the blocks that it gives in the whole.
 * @param lines as `sourceLines` gives them
 * @returns null where that could not be promised
 */
export function pageChunks(lines: readonly string[]): readonly PageChunk[] | null {
  const starts = pageStarts(lines);
  if (!starts) return null;
  const bounds = [...new Set([0, ...starts])];
  return bounds.map((start, index) => ({ start, text: lines.slice(start, bounds[index + 1]).join('\n') }));
}
