import type { Diagnostics } from '../../diagnostics/diagnostics.ts';
import type { Block } from '../../model/source.ts';

function marks(level: number): string {
  return '#'.repeat(level);
}

/**
 * Reports headings that skip a level: users of screen readers navigate by headings, and would search for the missing one.
 * @param above level above the blocks: 1 on a page, 2 in a directive, whose own parts begin with `##`
 */
export function checkHeadings(blocks: readonly Block[], above: number, diagnostics: Diagnostics): void {
  let level = above;
  for (const block of blocks) {
    // A `#` is a page, or is reported elsewhere.
    if (block.kind !== 'heading' || block.level === 1) continue;
    if (block.level > level + 1) {
      const values = { title: block.title.text.slice(0, 60), has: marks(block.level), above: marks(level), fit: marks(level + 1) };
      diagnostics.warning('heading-jump', block.at, values);
    }
    level = Math.min(block.level, level + 1);
  }
}
