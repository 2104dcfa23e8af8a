import * as z from 'zod';
import type { CheckContext } from '../../build/activity-type.ts';

export const kind = 'activity';
export const form = 'spots';
export const scored = ({ asks }: Readonly<Record<string, unknown>>): boolean => asks === true;
export const button = (options: Readonly<Record<string, unknown>>): boolean => scored(options);
export const contains = ['figure', 'quote', 'callout', 'definition', 'table', 'video', 'audio', 'document'];

export const options = z.object({});

/** What SCORM 2004 takes in one answer of several choices (RTE 4.2.9.1). */
const MOST_SPOTS = 36;

export function check(values: Record<string, unknown>, context: CheckContext): void {
  const { cards, asks } = values as { cards: readonly { readonly right: boolean }[]; asks: boolean };
  if (cards.length > MOST_SPOTS) context.error('too-many-lines', { has: cards.length, limit: MOST_SPOTS });
  if (asks && cards.length < 2) context.error('too-few-choices', { has: cards.length });
}
