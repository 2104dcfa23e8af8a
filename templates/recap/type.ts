import * as z from 'zod';
import { definitions } from '../../build/stages/check/forms/definitions.ts';
import { count, flag, references, word } from '../../build/types/attribute-types.ts';
import { defineType, type OptionsOf } from '../../build/types/define-type.ts';
import type { Token } from '../../src/model/course/activity.ts';

/** Names of a scale and of its repetition. */
interface Pair {
  readonly before: string;
  readonly after: string;
}

/** Field for the proof of a level gained on a line. */
interface Proof {
  readonly token: Token;
  /** Index of its pair. */
  readonly pair: number;
  /** The line. */
  readonly text: string;
  readonly maxCharacters: number;
}

/** A line of a scale. */
interface Line {
  readonly text: string;
}

interface Linked {
  readonly pairs?: readonly Pair[];
  readonly fields?: readonly Proof[];
}

/** Returns the id in a name, without its module. */
const idIn = (name: unknown): string => String(name).replace(/.*\//, '');

export const definition = defineType({
  kind: 'activity',
  form: definitions,
  /** It only sums up: answers were scored in their activities. */
  scored: false,
  /** Only proofs are submitted; otherwise it is done once it was seen. */
  button: ({ proof }) => proof === true,
  attributes: z.object({
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
  }),
  check({ beforeAfter = [] }, context) {
    if (beforeAfter.length % 2 > 0) context.error('before-after-odd', { has: beforeAfter.length });
  },
  /** Links the two scales of each pair and, if proofs are asked for, a field for each line of the second. */
  link({ beforeAfter = [], proof, maxCharacters }, context): Linked {
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
  },
});

export type Options = OptionsOf<typeof definition>;
