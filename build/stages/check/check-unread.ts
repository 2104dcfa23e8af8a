import type { Attributes, Block } from '../../model/source.ts';
import { checkMarks, type MarkKind } from './check-marks.ts';
import type { CourseContext } from './context.ts';

/** Reports the first attribute without effect: a part for some cohorts would be shown to all. An unused id does no harm. */
export function refuseAttributes({ entries, at }: Attributes, { diagnostics, course }: CourseContext): void {
  const [first] = entries;
  if (!first) return;
  const { key, value } = first;
  const brace = { ...at, column: at.column - 1 };
  if (value === true && key in course.variables) diagnostics.error('brace-too-few', brace, { name: key });
  else diagnostics.error('unread-braces', brace, { text: `{${value === true ? key : `${key}=…`}}` });
}

/** Reports boxes, blanks and attributes of a block that becomes plain text. */
export function checkUnread(block: Block, context: CourseContext, marks?: readonly MarkKind[]): void {
  checkMarks(block, context, marks);
  checkAttributes(block, context);
}

/** Reports attributes of headings below `#`, and of the lines of lists. */
function checkAttributes(block: Block, context: CourseContext): void {
  if (block.kind === 'heading' && block.level > 1 && block.attributes) refuseAttributes(block.attributes, context);
  if (block.kind !== 'list') return;
  for (const { attributes, children } of block.items) {
    if (attributes) refuseAttributes(attributes, context);
    for (const child of children) checkAttributes(child, context);
  }
}
