import * as z from 'zod';
import type { CheckContext } from '../../build/activity-type.ts';
import { flag } from '../../build/attribute-types.ts';

export const kind = 'activity';
export const form = 'choices';
export const asks = true;
export const scored = true;

export const options = z.object({
  multiple: flag('multiple').default(false),
  shuffle: flag('shuffle').default(false),
});

export function check(values: Record<string, unknown>, context: CheckContext): void {
  const choices = values.choices as readonly { readonly right: boolean }[];
  if (choices.length < 2) context.error('too-few-choices', { has: choices.length });
  else if (!choices.some((choice) => choice.right)) context.error('no-right-choice');
}
