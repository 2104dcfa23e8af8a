import type { ActivityType } from '../activity-type.ts';
import type { Code } from '../messages/codes.ts';
import type { AnswerMark, Block } from '../source.ts';
import type { CourseContext } from './context.ts';

type Kind = AnswerMark['kind'];

const CODES: Readonly<Record<Kind, Code>> = {
  box: 'stray-box',
  'quoted-box': 'stray-box',
  blank: 'stray-blank',
  'double-box': 'foreign-box',
};

const ALL: readonly Kind[] = ['box', 'quoted-box', 'blank', 'double-box'];

/** What a form leaves unread in a body. A form that isn't here reads boxes, or reports them itself. */
const LEFT_BY: Readonly<Record<string, readonly Kind[]>> = {
  blanks: ['box', 'quoted-box'],
  passages: ['box', 'quoted-box'],
  comparison: ['quoted-box'],
};
const LEFT_BY_OTHERS: readonly Kind[] = ['quoted-box', 'blank', 'double-box'];

/** Reports the boxes and blanks of a block that nothing reads: learners would see brackets, or lines that give the answer away. */
export function checkMarks(block: Block, { diagnostics }: CourseContext, kinds: readonly Kind[] = ALL): void {
  const met = new Set<Kind>();
  for (const { kind, text, at } of block.marks ?? []) {
    if (met.size === met.add(kind).size) continue;
    const code = CODES[kind];
    const values = { text, box: `[[${text || ' '}]]` };
    if (kinds.includes(kind) && !diagnostics.hasSaid(new Set([code]), at, at.line)) diagnostics.error(code, at, values);
  }
}

/** Reports the same in the body of a directive that its form is about to read. */
export function checkBodyMarks(body: readonly Block[], { form }: ActivityType, context: CourseContext): void {
  for (const block of body) checkMarks(block, context, LEFT_BY[form] ?? LEFT_BY_OTHERS);
}
