import * as z from 'zod';
import { scenes } from '../../build/stages/check/forms/scenes.ts';
import { list, word } from '../../build/types/attribute-types.ts';
import { defineType, type OptionsOf } from '../../build/types/define-type.ts';

const VALUE = /^[A-Za-z][A-Za-z0-9]*\s*=\s*-?\d{1,6}$/;

const nameOf = (pair: string): string | undefined => pair.split('=')[0]?.trim();

export const definition = defineType({
  kind: 'activity',
  form: scenes,
  /** Scored only if the author gives points. */
  scored: 'asked',
  /** The last decision submits. */
  button: false,
  /** Each scene's text is its heading. */
  titled: true,
  contains: ['figure', 'quote', 'scene', 'callout', 'definition', 'table', 'video', 'audio'],
  attributes: z.object({
    state: list('')
      .refine((pairs) => pairs.every((pair) => VALUE.test(pair)) && new Set(pairs.map(nameOf)).size === pairs.length)
      .meta({ example: 'state="confiance=2; appels=0"', english: 'state="trust=2; calls=0"' })
      .optional(),
    'seen-by': word(['trainer', 'me'], 'me').meta({ example: 'seen-by=me' }).default('trainer'),
  }),
});

export type Options = OptionsOf<typeof definition>;
