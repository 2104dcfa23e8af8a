import * as z from 'zod';
import { END, VARIABLE_IN_TEXT } from '../../build/model/markers.ts';
import { mistakes } from '../../build/stages/check/forms/mistakes.ts';
import { text, word } from '../../build/types/attribute-types.ts';
import { defineType, type OptionsOf } from '../../build/types/define-type.ts';
import { oneLongAnswer } from '../../build/types/one-long-answer.ts';
import { isAccepted, splitAnswers } from '../../src/model/judging/typed-answer.ts';

const VARIABLE = new RegExp(`${VARIABLE_IN_TEXT}([^${END}]*)`);

export const definition = defineType({
  kind: 'activity',
  form: mistakes,
  asks: true,
  scored: true,
  whole: () => true,
  attributes: z.object({
    answer: text('')
      .transform(splitAnswers)
      .meta({ example: 'answer="égalité / principe d\'égalité"', english: 'answer="equality / principle of equality"' }),
    accents: word(['strict'], 'strict').meta({ example: 'accents=strict' }).optional(),
  }),
  check({ answer, choices, accents }, context) {
    const long = oneLongAnswer(answer);
    if (long) context.warning('one-long-answer', { ...long, fit: `answer="${long.fit}"` });
    for (const accepted of answer) {
      const variable = VARIABLE.exec(accepted);
      if (variable) context.error('answer-in-variable', { name: variable[1] ?? '' });
    }
    for (const mistake of choices) {
      if (mistake.right) context.error('ticked-mistake', { text: mistake.text });
      else if (isAccepted(mistake.text, answer, accents === 'strict')) context.error('mistake-is-right', { text: mistake.text });
    }
  },
});

export type Options = OptionsOf<typeof definition>;
