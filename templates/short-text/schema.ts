import * as z from 'zod';
import type { CheckContext } from '../../build/activity-type.ts';
import { text, word } from '../../build/attribute-types.ts';
import { END, VARIABLE_IN_TEXT } from '../../build/markdown/markers.ts';
import { oneLongAnswer } from '../../build/one-long-answer.ts';
import { isAccepted, splitAnswers } from '../../src/model/typed-answer.ts';
import type { Options } from './scoring.ts';

export const kind = 'activity';
export const form = 'choices';
export const asks = true;
export const scored = true;

export const options = z.object({
  answer: text('')
    .transform(splitAnswers)
    .meta({ example: 'answer="égalité / principe d\'égalité"', english: 'answer="equality / principle of equality"' }),
  accents: word(['strict'], 'strict').meta({ example: 'accents=strict' }).optional(),
});

const VARIABLE = new RegExp(`${VARIABLE_IN_TEXT}([^${END}]*)`);

export function check(values: Record<string, unknown>, context: CheckContext): void {
  const { answer, choices, accents } = values as unknown as Options & {
    readonly choices: readonly { readonly right: boolean; readonly text: string }[];
  };
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
}
