import * as z from 'zod';
import { blanks } from '../../build/stages/check/forms/blanks.ts';
import { list, word } from '../../build/types/attribute-types.ts';
import { defineType, type OptionsOf } from '../../build/types/define-type.ts';
import { oneLongAnswer } from '../../build/types/one-long-answer.ts';

export const definition = defineType({
  kind: 'activity',
  form: blanks,
  scored: true,
  attributes: z.object({
    mode: word(['type', 'list'], 'list').meta({ example: 'mode=list' }).default('type'),
    distractors: list('distractors="hiérarchiques; identiques"', 'distractors="ranked; identical"').optional(),
    accents: word(['strict'], 'strict').meta({ example: 'accents=strict' }).optional(),
  }),
  check({ blanks, words, distractors }, context) {
    for (const { accepted } of words ? [] : blanks) {
      const long = oneLongAnswer(accepted);
      if (long) context.warning('one-long-answer', { ...long, fit: `[[${long.fit}]]` });
    }
    if (blanks.length === 0) context.error('no-blank');
    else if (words && words.length < 2) context.error('too-few-words');
    else if (!words && distractors) context.warning('distractors-unused');
  },
});

export type Options = OptionsOf<typeof definition>;
