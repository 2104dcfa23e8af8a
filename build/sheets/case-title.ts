import type { AfterCase } from '../../src/model/course/activity.ts';
import type { SheetStrings } from './sheet-strings.ts';

/** Puts the condition of a text for after the answer in words. */
export function caseTitle({ when }: AfterCase, strings: SheetStrings): string {
  const list = when.map((outcome) => strings.format(`guide.when.${outcome}`)).join(strings.format('guide.when.or'));
  return strings.format('guide.when', { list });
}
