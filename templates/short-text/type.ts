import * as z from 'zod';
import { END, VARIABLE_IN_TEXT } from '../../build/model/markers.ts';
import { mistakes } from '../../build/stages/check/forms/mistakes.ts';
import { text, word } from '../../build/types/attribute-types.ts';
import { checkAccepted } from '../../build/types/check-accepted.ts';
import { defineType, type OptionsOf } from '../../build/types/define-type.ts';
import { oneLongAnswer } from '../../build/types/one-long-answer.ts';
import { fits, withoutStars } from '../../src/model/judging/accepted.ts';
import { normaliseAnswer, splitAnswers } from '../../src/model/judging/typed-answer.ts';

const EXAMPLE = { example: 'answer="égalité / principe d\'égalité"', english: 'answer="equality / principle of equality"' };

const VARIABLE = new RegExp(`${VARIABLE_IN_TEXT}([^${END}]*)`);

export const definition = defineType({
  kind: 'activity',
  form: mistakes,
  asks: true,
  scored: true,
  whole: ({ choices }) => choices.every(({ weight = 100 }) => weight === 100),
  attributes: z.object({
    answer: text('').transform(splitAnswers).meta(EXAMPLE).optional(),
    accents: word(['strict'], 'strict').meta({ example: 'accents=strict' }).optional(),
  }),
  check({ answer = [], choices, accents }, context) {
    const long = oneLongAnswer(answer);
    if (long) context.warning('one-long-answer', { ...long, fit: `answer="${long.fit}"` });
    for (const { text, token } of [...answer.map((text) => ({ text, token: '' })), ...choices.filter(({ right }) => right)]) {
      const variable = VARIABLE.exec(text);
      if (variable) context.error('answer-in-variable', { name: variable[1] ?? '' }, token);
    }
    const isStrict = accents === 'strict';
    // Two texts that a line takes: one that takes both takes all of them.
    const takes = (pattern: string, { text }: { readonly text: string }, strict: boolean): boolean =>
      ['', ' ж '].every((any) => fits(withoutStars(text, any), pattern, strict));
    checkAccepted(
      choices,
      {
        name: 'short-text',
        hasAnswer: answer.length > 0,
        ...EXAMPLE,
        isDefinite: ({ text }) => normaliseAnswer(withoutStars(text, '')) !== '',
        isTaken: (line, by) => (by ? takes(by.text, line, isStrict && by.right) : answer.some((one) => takes(one, line, isStrict))),
      },
      context,
    );
  },
});

export type Options = OptionsOf<typeof definition>;
