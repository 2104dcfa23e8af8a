import * as z from 'zod';
import type { CheckContext } from '../../build/activity-type.ts';
import { flag, list, word } from '../../build/attribute-types.ts';
import type { Node } from '../../build/source.ts';
import type { Draw } from './scoring.ts';

export const kind = 'activity';
export const form = 'composed';
export const scored = true;
export const button = false;
export const contains = ['choice', 'true-false', 'short-text', 'numeric', 'cloze', 'matching', 'order', 'categorize'] as const;

const COUNT = /^\d{1,3}$/;
const SHARE = /^([a-z][a-z0-9-]*)\s*:\s*(\d{1,3})$/;

/** `8`, or `c4-5: 3; c4-6: 3`: how many questions are drawn, in all or of each competency. */
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

export const options = z.object({
  bank: list('bank="banks/seance-1.md"', 'bank="banks/session-1.md"').optional(),
  draw: draw.optional(),
  shuffle: flag('shuffle').default(false),
  review: word(['end', 'now'], 'end').default('end'),
  'second-chance': flag('second-chance').default(false),
});

export function check(values: Record<string, unknown>, context: CheckContext): void {
  const questions = (values.questions as readonly Node[]).flatMap((node) => (node.kind === 'activity' ? [node.activity] : []));
  const wanted = values.draw as Draw | undefined;
  if (questions.length === 0) context.error('empty-quiz');
  if (values.secondChance && values.review === 'now') context.error('second-chance-too-late');
  if (!wanted || questions.length === 0) return;
  const shares = 'total' in wanted ? [['', wanted.total] as const] : wanted.shares;
  for (const [competency, count] of shares) {
    const has = competency === '' ? questions.length : questions.filter((question) => question.competencies.includes(competency)).length;
    if (count > has) context.error('draw-too-large', { draw: count, has, of: competency === '' ? '' : ` (${competency})` });
  }
}
