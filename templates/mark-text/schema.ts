import * as z from 'zod';
import type { CheckContext } from '../../build/activity-type.ts';
import { mostInAnswer } from '../../src/model/limits.ts';

export const kind = 'activity';
export const form = 'passages';
export const scored = true;

export const options = z.object({});

export function check(values: Record<string, unknown>, context: CheckContext): void {
  const passages = values.passages as readonly { readonly right: boolean }[];
  const right = passages.filter((passage) => passage.right).length;
  if (right === 0) context.error('no-blank');
  else if (right === passages.length) context.error('only-right-passages');
  if (passages.length > mostInAnswer) context.error('too-many-passages', { has: passages.length, limit: mostInAnswer });
}
