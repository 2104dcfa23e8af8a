import * as z from 'zod';
import type { CheckContext, LinkContext } from '../../build/activity-type.ts';
import { count, flag, references, word } from '../../build/attribute-types.ts';
import type { Pair, Proof } from './scoring.ts';

export const kind = 'activity';
export const form = 'definitions';
/** It sums up: what counts was counted where it was answered. */
export const scored = false;
/** Only proofs are handed in; the rest is done once it was seen. */
export const button = ({ proof }: Readonly<Record<string, unknown>>): boolean => proof === true;

export const options = z.object({
  words: references('words="ma-definition; seance-1/mes-mots"', 'words="my-definition; session-1/my-words"', 'words').optional(),
  'before-after': references(
    'before-after="position-avant; position-apres"',
    'before-after="position-before; position-after"',
    'levels',
  ).optional(),
  proof: flag('proof').optional(),
  'max-characters': count(40, 1000, 'max-characters=200').default(200),
  certificate: flag('certificate').optional(),
  'seen-by': word(['trainer', 'me'], 'me').meta({ example: 'seen-by=me' }).default('trainer'),
});

export function check({ beforeAfter = [] }: { readonly beforeAfter?: readonly string[] }, context: CheckContext): void {
  if (beforeAfter.length % 2 > 0) context.error('before-after-odd', { has: beforeAfter.length });
}

interface Line {
  readonly text: string;
}

/** The id in a name, whichever module it gives. */
const idIn = (name: unknown): string => String(name).replace(/.*\//, '');

/** The two scales of each pair, and where proofs are asked for, a field for each line of the second. */
export function link(values: Readonly<Record<string, unknown>>, context: LinkContext): Record<string, unknown> {
  const { beforeAfter = [], proof, maxCharacters } = values as { beforeAfter?: readonly string[]; proof?: boolean; maxCharacters: number };
  const pairs: Pair[] = [];
  const fields: Proof[] = [];
  for (let at = 0; at + 1 < beforeAfter.length; at += 2) {
    const [before = '', after = ''] = beforeAfter.slice(at);
    const [first, second] = [context.named(before), context.named(after)];
    if (!first || !second) continue;
    if (second.options.again === undefined || idIn(second.options.again) !== idIn(before)) {
      context.error('before-after-apart', { before, after });
      continue;
    }
    const pair = pairs.push({ before, after }) - 1;
    for (const { text } of proof ? (second.options.items as readonly Line[]) : []) {
      fields.push({ token: context.part({ text, key: after }), pair, text, maxCharacters });
    }
  }
  return { ...(pairs.length > 0 && { pairs }), ...(fields.length > 0 && { fields }) };
}
