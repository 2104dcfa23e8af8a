import type { Code } from '../../diagnostics/codes.ts';
import type { AnswerMark, Block } from '../../model/source.ts';
import type { ActivityType } from '../../types/activity-type.ts';
import type { CourseContext } from './context.ts';

/** Kind of box or blank. */
export type MarkKind = AnswerMark['kind'];

const CODES: Readonly<Record<MarkKind, Code>> = {
  box: 'stray-box',
  'quoted-box': 'stray-box',
  blank: 'stray-blank',
  'double-box': 'foreign-box',
};

const ALL: readonly MarkKind[] = ['box', 'quoted-box', 'blank', 'double-box'];

const LEFT_BY_MOST: readonly MarkKind[] = ['quoted-box', 'blank', 'double-box'];

function leftBy({ form }: ActivityType): readonly MarkKind[] {
  return form.leaves ?? LEFT_BY_MOST;
}

/** Reports unread boxes and blanks of a block: learners would see brackets, or the answers. */
export function checkMarks(block: Block, { diagnostics }: CourseContext, kinds: readonly MarkKind[] = ALL): void {
  const met = new Set<MarkKind>();
  for (const { kind, text, at } of block.marks ?? []) {
    if (met.size === met.add(kind).size || !kinds.includes(kind)) continue;
    diagnostics.error(CODES[kind], at, { text, box: `[[${text || ' '}]]` });
  }
}

/** Reports the marks that the form of a directive will not read in its body. */
export function checkBodyMarks(body: readonly Block[], type: ActivityType, context: CourseContext): void {
  for (const block of body) checkMarks(block, context, leftBy(type));
}

/** Kinds still to report in a block that the form returns as text. */
export function marksLeft(type: ActivityType): readonly MarkKind[] {
  return ALL.filter((kind) => !leftBy(type).includes(kind));
}
