import type { ActivityType } from '../activity-type.ts';
import type { Code } from '../messages/codes.ts';
import type { AnswerMark, Block } from '../source.ts';
import type { CourseContext } from './context.ts';

/** What a block may hold that only some activities read. */
export type MarkKind = AnswerMark['kind'];

const CODES: Readonly<Record<MarkKind, Code>> = {
  box: 'stray-box',
  'quoted-box': 'stray-box',
  blank: 'stray-blank',
  'double-box': 'foreign-box',
};

const ALL: readonly MarkKind[] = ['box', 'quoted-box', 'blank', 'double-box'];

/** What the forms that read blanks leave unread in a body. All others read boxes, or report them. */
const LEFT_BY: Readonly<Record<string, readonly MarkKind[]>> = {
  blanks: ['box', 'quoted-box'],
  passages: ['box', 'quoted-box'],
  comparison: ['quoted-box'],
};
const LEFT_BY_OTHERS: readonly MarkKind[] = ['quoted-box', 'blank', 'double-box'];

function leftBy({ form }: ActivityType): readonly MarkKind[] {
  return LEFT_BY[form] ?? LEFT_BY_OTHERS;
}

/** Reports the boxes and blanks of a block that nothing reads: learners would see brackets, or lines that give the answer away. */
export function checkMarks(block: Block, { diagnostics }: CourseContext, kinds: readonly MarkKind[] = ALL): void {
  const met = new Set<MarkKind>();
  for (const { kind, text, at } of block.marks ?? []) {
    if (met.size === met.add(kind).size || !kinds.includes(kind)) continue;
    diagnostics.error(CODES[kind], at, { text, box: `[[${text || ' '}]]` });
  }
}

/** Reports the same in the body of a directive that its form is about to read. */
export function checkBodyMarks(body: readonly Block[], type: ActivityType, context: CourseContext): void {
  for (const block of body) checkMarks(block, context, leftBy(type));
}

/** What is left to report of a block of such a body that the form gives back as text. */
export function marksLeft(type: ActivityType): readonly MarkKind[] {
  return ALL.filter((kind) => !leftBy(type).includes(kind));
}
