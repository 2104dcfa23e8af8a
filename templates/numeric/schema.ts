import * as z from 'zod';
import type { CheckContext } from '../../build/activity-type.ts';
import { decimal, text } from '../../build/attribute-types.ts';
import { isRight, numberOf, type Options } from './scoring.ts';

export const kind = 'activity';
export const form = 'choices';
export const asks = true;
export const scored = true;

export const options = z.object({
  answer: decimal('answer=12,5', 'answer=12.5'),
  tolerance: decimal('')
    .refine((value) => value >= 0)
    .meta({ example: 'tolerance=0,5', english: 'tolerance=0.5' })
    .default(0),
  unit: text('unit=km').optional(),
});

export function check(values: Record<string, unknown>, context: CheckContext): void {
  const numeric = values as unknown as Options & { readonly choices: readonly { readonly right: boolean; readonly text: string }[] };
  for (const { right, text: mistake } of numeric.choices) {
    if (right) context.error('ticked-mistake', { text: mistake });
    else if (numberOf(numeric, mistake) === null) context.error('not-a-number', { text: mistake });
    else if (isRight(numeric, mistake)) context.error('mistake-is-right', { text: mistake });
  }
}
