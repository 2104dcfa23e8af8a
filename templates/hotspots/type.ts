import * as z from 'zod';
import { spots } from '../../build/stages/check/forms/spots.ts';
import { defineType, type OptionsOf } from '../../build/types/define-type.ts';
import { mostInAnswer } from '../../src/model/standards/limits.ts';

export const definition = defineType({
  kind: 'activity',
  form: spots,
  scored: ({ asks }) => asks,
  button: ({ asks }) => asks,
  contains: ['figure', 'quote', 'callout', 'definition', 'table', 'video', 'audio', 'document'],
  attributes: z.object({}),
  check({ cards, asks }, context) {
    if (cards.length > mostInAnswer) context.error('too-many-lines', { has: cards.length, limit: mostInAnswer });
    if (asks && cards.length < 2) context.error('too-few-points', { has: cards.length });
  },
});

export type Options = OptionsOf<typeof definition>;
