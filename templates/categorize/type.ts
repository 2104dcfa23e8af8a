import * as z from 'zod';
import { groups } from '../../build/stages/check/forms/groups.ts';
import { defineType, type OptionsOf } from '../../build/types/define-type.ts';

export const definition = defineType({
  kind: 'activity',
  form: groups,
  scored: true,
  attributes: z.object({}),
  check({ groups }, context) {
    const has = groups.length;
    if (has < 2) context.error('too-few-groups', { has });
  },
});

export type Options = OptionsOf<typeof definition>;
