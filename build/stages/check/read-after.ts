import type { AfterCase, Html, Judged } from '../../../src/model/course/activity.ts';
import type { Attribute, Block, Directive } from '../../model/source.ts';
import { refuseAttributes } from './check-unread.ts';
import type { CourseContext } from './context.ts';
import { composed } from './forms/composed.ts';
import type { Opened } from './opened-directive.ts';

const OUTCOMES: readonly Judged[] = ['right', 'partly', 'wrong'];
const EXAMPLE = OUTCOMES.map((outcome) => `when=${outcome}`).join(', ');

/** Texts for after the answer, as an activity has them. */
export interface AfterTexts {
  readonly after?: Html;
  readonly cases?: readonly AfterCase[];
}

function isWhen({ key }: Attribute): boolean {
  return key === 'when';
}

/** Reports the attributes of `:::after` other than `when`. */
export function checkAfter(directives: readonly Directive[], context: CourseContext): void {
  for (const { attributes } of directives)
    refuseAttributes({ ...attributes, entries: attributes.entries.filter((entry) => !isWhen(entry)) }, context);
}

/** Reads `when=right` or `when="partly; wrong"`; reports other words. */
function outcomesIn({ key, value, at }: Attribute, { diagnostics }: CourseContext): readonly Judged[] {
  const words = String(value === true ? '' : value)
    .split(';')
    .map((word) => word.trim());
  const wrong = words.find((word) => !OUTCOMES.some((outcome) => outcome === word));
  if (wrong !== undefined) diagnostics.error('bad-attribute', at, { key, value: wrong, example: EXAMPLE });
  return OUTCOMES.filter((outcome) => words.includes(outcome));
}

/** Tests whether anything can be right or wrong. */
function isJudged({ type }: Opened, values: Readonly<Record<string, unknown>>, points: number): boolean {
  return points > 0 || (type.scoring?.slots(values) ?? []).some(({ right }) => right.length > 0);
}

/** Reports a condition that never holds. */
function checkWhen(
  outcomes: readonly Judged[],
  { at }: Attribute,
  opened: Opened,
  values: Readonly<Record<string, unknown>>,
  points: number,
  { diagnostics }: CourseContext,
): void {
  const { type } = opened;
  const { name } = type;
  if (type.form === composed) diagnostics.error('when-of-quiz', at);
  else if (!isJudged(opened, values, points)) diagnostics.error('when-unjudged', at, { name });
  else if (outcomes.includes('partly') && type.whole?.(values)) diagnostics.error('when-never-partly', at);
}

/**
 * Reads the texts for after the answer: those without `when` together, the others one by one.
 * @param isSound false if something in the activity was reported: conditions aren't checked then
 */
export function readAfter(
  directives: readonly Directive[],
  opened: Opened,
  { values, points, isSound }: { readonly values: Readonly<Record<string, unknown>>; readonly points: number; readonly isSound: boolean },
  html: (blocks: readonly Block[]) => Html,
  context: CourseContext,
): AfterTexts {
  const always: Block[] = [];
  const cases: AfterCase[] = [];
  for (const { attributes, body } of directives) {
    const condition = attributes.entries.find(isWhen);
    if (!condition) {
      always.push(...body);
      continue;
    }
    const when = outcomesIn(condition, context);
    if (isSound) checkWhen(when, condition, opened, values, points, context);
    cases.push({ when, after: html(body) });
  }
  return { ...(always.length > 0 && { after: html(always) }), ...(cases.length > 0 && { cases }) };
}
