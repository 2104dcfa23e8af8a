import { allDirectives, type DirectiveText, type Outline } from '../text/outline.ts';

/** Finds the innermost directive on a line that has a form of its own. @param line counts from 1 */
export function directiveOn(outline: Outline, line: number): DirectiveText | undefined {
  const all = allDirectives(outline).filter(({ name }) => name !== 'after' && name !== 'band');
  return all.findLast((one) => one.line <= line && line <= one.lastLine);
}
