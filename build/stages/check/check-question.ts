import type { Directive } from '../../model/source.ts';
import type { ActivityType } from '../../types/activity-type.ts';
import type { CourseContext } from './context.ts';

/**
 * Warns of an activity without a question: reports would show the name of its type.
 * @param title the author's own, if there is one
 */
export function checkQuestion(
  { at }: Directive,
  type: ActivityType,
  prompt: unknown,
  title: string | undefined,
  { course, diagnostics }: CourseContext,
): void {
  if (!type.asks || title !== undefined || prompt !== '') return;
  diagnostics.warning('no-question', at, { label: type.strings[course.lang].label ?? type.name });
}
