import * as z from 'zod';
import type { CheckContext } from '../../build/activity-type.ts';
import { list, word } from '../../build/attribute-types.ts';
import { oneLongAnswer } from '../../build/one-long-answer.ts';

export const kind = 'activity';
export const form = 'blanks';
export const scored = true;

export const options = z.object({
  mode: word(['type', 'list'], 'list').meta({ example: 'mode=list' }).default('type'),
  distractors: list('distractors="hiérarchiques; identiques"', 'distractors="ranked; identical"').optional(),
  accents: word(['strict'], 'strict').meta({ example: 'accents=strict' }).optional(),
});

export function check(values: Record<string, unknown>, context: CheckContext): void {
  const { blanks, words, distractors } = values as {
    blanks: readonly { readonly accepted: readonly string[] }[];
    words?: readonly string[];
    distractors?: readonly string[];
  };
  for (const { accepted } of words ? [] : blanks) {
    const long = oneLongAnswer(accepted);
    if (long) context.warning('one-long-answer', { ...long, fit: `[[${long.fit}]]` });
  }
  if (blanks.length === 0) context.error('no-blank');
  else if (words && words.length < 2) context.error('too-few-words');
  else if (!words && distractors) context.warning('distractors-unused');
}
