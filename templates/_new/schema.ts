import * as z from 'zod';
import type { CheckContext } from '../../build/activity-type.ts';
import { sentence } from '../../build/attribute-types.ts';

// What an author may write in `:::new-type{…}`, and how the body is read. See docs/architecture.md.
export const kind = 'activity';
export const form = 'choices';
export const scored = true;

export const options = z.object({
  note: sentence('note="Plusieurs lignes conviennent."', 'note="Several lines apply."').optional(),
});

/** What the form can't know of this type. */
export function check(values: Record<string, unknown>, context: CheckContext): void {
  const choices = values.choices as readonly { readonly right: boolean }[];
  if (choices.length < 2) context.error('too-few-choices', { has: choices.length });
  else if (!choices.some((choice) => choice.right)) context.error('no-right-choice');
}
