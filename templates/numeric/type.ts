import * as z from 'zod';
import { mistakes } from '../../build/stages/check/forms/mistakes.ts';
import { decimal, text } from '../../build/types/attribute-types.ts';
import { checkAccepted } from '../../build/types/check-accepted.ts';
import { defineType, type OptionsOf } from '../../build/types/define-type.ts';
import { accepted, type Range, rangeIn } from './number.ts';

const EXAMPLE = { example: 'answer=12,5', english: 'answer=12.5' };

export const definition = defineType({
  kind: 'activity',
  form: mistakes,
  asks: true,
  scored: true,
  whole: ({ choices }) => choices.every(({ weight = 100 }) => weight === 100),
  attributes: z.object({
    answer: decimal(EXAMPLE.example, EXAMPLE.english).optional(),
    tolerance: decimal('')
      .refine((value) => value >= 0)
      .meta({ example: 'tolerance=0,5', english: 'tolerance=0.5' })
      .default(0),
    unit: text('unit=km').optional(),
  }),
  check(numeric, context) {
    const { choices, answer, unit } = numeric;
    const rangeOf = ({ text }: { readonly text: string }): Range | null => rangeIn(text, unit);
    for (const line of choices) if (!rangeOf(line)) context.error('not-a-number', { text: line.text }, line.token);
    const [own] = accepted({ ...numeric, choices: [] }, 1);
    const isWithin = (inner: Range | null, outer: Range | null | undefined): boolean =>
      !!inner && !!outer && outer.min <= inner.min && inner.max <= outer.max;
    checkAccepted(
      choices,
      {
        name: 'numeric',
        hasAnswer: answer !== undefined,
        ...EXAMPLE,
        isDefinite: () => true,
        isTaken: (line, by) => isWithin(rangeOf(line), by ? rangeOf(by) : own),
      },
      context,
    );
  },
});

export type Options = OptionsOf<typeof definition>;
