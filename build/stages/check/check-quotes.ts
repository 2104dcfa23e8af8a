import type { Block } from '../../model/source.ts';
import type { CourseContext } from './context.ts';

/** Reports quotations in a body whose form doesn't use them. */
export function checkQuotes(blocks: readonly Block[], context: CourseContext): void {
  for (const block of blocks) {
    if (block.kind === 'quote') context.diagnostics.error('stray-quote', block.at);
    if (block.kind === 'list') for (const item of block.items) checkQuotes(item.children, context);
  }
}
