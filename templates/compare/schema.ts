import * as z from 'zod';
import type { CheckContext } from '../../build/activity-type.ts';
import { mostInAnswer } from '../../src/model/limits.ts';

export const kind = 'activity';
export const form = 'comparison';
export const scored = ({ asks }: Readonly<Record<string, unknown>>): boolean => asks === true;
export const button = (options: Readonly<Record<string, unknown>>): boolean => scored(options);

export const options = z.object({});

export function check(values: Record<string, unknown>, context: CheckContext): void {
  const { columns, rows, blanks, asks } = values as {
    columns: readonly string[];
    rows: readonly unknown[];
    blanks: readonly { readonly token: string; readonly answer: string }[];
    asks: boolean;
  };
  // A body without a table was reported by its form.
  if (columns.length === 0) return;
  if (columns.length < 2 || rows.length < 2) context.error('nothing-to-compare');
  if (blanks.length > mostInAnswer) context.error('too-many-lines', { has: blanks.length, limit: mostInAnswer });
  if (asks && blanks.every(({ answer }) => answer === blanks[0]?.answer)) context.error('one-target');
}
