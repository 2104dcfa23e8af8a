import type { AfterCase } from '../../src/model/course/activity.ts';
import type { SheetWords } from './sheet-words.ts';

/** Puts the condition of a text for after the answer in words. */
export function caseTitle({ when }: AfterCase, words: SheetWords): string {
  const list = when.map((outcome) => words.say(`guide.when.${outcome}`)).join(words.say('guide.when.or'));
  return words.say('guide.when', { list });
}
