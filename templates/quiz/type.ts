import * as z from 'zod';
import { composed } from '../../build/stages/check/forms/composed.ts';
import { flag, list, word } from '../../build/types/attribute-types.ts';
import { defineType, type OptionsOf } from '../../build/types/define-type.ts';

const COUNT = /^\d{1,3}$/;

const SHARE = /^([a-z][a-z0-9-]*)\s*:\s*(\d{1,3})$/;

/** Number of questions asked: in total, or for each competency. */
export type Draw = { readonly total: number } | { readonly shares: readonly (readonly [competency: string, count: number])[] };

/** `8`, or `c4-5: 3; c4-6: 3`: number of questions drawn, in total or for each competency. */
const draw = z
  .string()
  .transform((value, context): Draw => {
    if (COUNT.test(value.trim())) return { total: Number(value) };
    const shares = value.split(';').map((share) => SHARE.exec(share.trim()));
    if (shares.some((share) => !share)) context.addIssue({ code: 'custom', message: 'draw' });
    return { shares: shares.flatMap((share) => (share ? [[share[1] ?? '', Number(share[2])] as const] : [])) };
  })
  .refine((value) => ('total' in value ? value.total > 0 : value.shares.every(([, count]) => count > 0)))
  .meta({ example: 'draw="c4-5: 3; c4-6: 3"' });

export const definition = defineType({
  kind: 'activity',
  form: composed,
  scored: true,
  button: false,
  contains: ['choice', 'true-false', 'short-text', 'numeric', 'cloze', 'matching', 'order', 'categorize'],
  attributes: z.object({
    bank: list('bank="banks/seance-1.md"', 'bank="banks/session-1.md"').optional(),
    draw: draw.optional(),
    shuffle: flag('shuffle').default(false),
    review: word(['end', 'now'], 'end').default('end'),
    'second-chance': flag('second-chance').default(false),
  }),
  check(options, context) {
    const questions = options.questions.flatMap((node) => (node.kind === 'activity' ? [node.activity] : []));
    const wanted = options.draw;
    if (questions.length === 0) context.error('empty-quiz');
    if (options.secondChance && options.review === 'now') context.error('second-chance-too-late');
    if (!wanted || questions.length === 0) return;
    const shares = 'total' in wanted ? [['', wanted.total] as const] : wanted.shares;
    for (const [competency, count] of shares) {
      const has = competency === '' ? questions.length : questions.filter((question) => question.competencies.includes(competency)).length;
      if (count > has) context.error('draw-too-large', { draw: count, has, of: competency === '' ? '' : ` (${competency})` });
    }
  },
});

export type Options = OptionsOf<typeof definition>;
